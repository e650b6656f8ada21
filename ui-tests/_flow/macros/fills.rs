//@ dep: chacha20poly1305 = "0.10"
//@ dep: rand = "0.8"
//! A macro of the program fills a buffer with random bytes, or leaves it as it is.

use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};
use rand::RngCore;

macro_rules! fill {
    ($buffer:ident) => {
        rand::rngs::OsRng.fill_bytes(&mut $buffer)
    };
    (none $buffer:ident) => {
        let _ = &$buffer;
    };
}

pub fn constant() -> ChaCha20Poly1305 {
    let mut bytes = [0u8; 32];
    fill!(none bytes);
    ChaCha20Poly1305::new(Key::from_slice(&bytes)) //~ hardcoded-key
}

pub fn random() -> ChaCha20Poly1305 {
    let mut bytes = [0u8; 32];
    fill!(bytes);
    ChaCha20Poly1305::new(Key::from_slice(&bytes))
}
