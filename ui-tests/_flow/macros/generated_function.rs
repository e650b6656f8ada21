//@ dep: chacha20poly1305 = "0.10"
//! A macro of the program makes functions; what they give back is known.

use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};

macro_rules! getter {
    ($name:ident, $value:expr) => {
        fn $name(from: &[u8; 32]) -> [u8; 32] {
            let _ = from;
            $value
        }
    };
    ($name:ident) => {
        fn $name(from: &[u8; 32]) -> [u8; 32] {
            *from
        }
    };
}

getter!(fixed, [7; 32]);
getter!(same);

pub fn constant(from: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(fixed(from))) //~ hardcoded-key
}

pub fn given(from: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(same(from)))
}
