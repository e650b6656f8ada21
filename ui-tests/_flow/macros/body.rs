//@ dep: chacha20poly1305 = "0.10"
//! A macro of the program stands for a constant, or for a call that is none.

use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};

macro_rules! material {
    () => {
        b"fedcba9876543210fedcba9876543210"
    };
}

macro_rules! given {
    ($from:ident) => {
        &$from[..32]
    };
}

pub fn constant() -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(Key::from_slice(material!())) //~ hardcoded-key
}

pub fn given(from: &[u8]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(Key::from_slice(given!(from)))
}
