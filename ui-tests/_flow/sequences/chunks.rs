//@ dep: chacha20poly1305 = "0.10"
//! Several keys are pieces of one constant.

use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};

const ALL: &[u8] = b"0123456789abcdef0123456789abcdeffedcba9876543210fedcba9876543210";

pub fn constant() -> Vec<ChaCha20Poly1305> {
    let mut ciphers = Vec::new();
    for piece in ALL.chunks(32) {
        ciphers.push(ChaCha20Poly1305::new(Key::from_slice(piece))); //~ hardcoded-key
    }
    ciphers
}

pub fn given(all: &[u8]) -> Vec<ChaCha20Poly1305> {
    all.chunks(32).map(|piece| ChaCha20Poly1305::new(Key::from_slice(piece))).collect()
}
