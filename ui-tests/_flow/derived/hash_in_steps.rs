//@ dep: chacha20poly1305 = "0.10"
//@ dep: sha2 = "0.10"
//! A hash that only constants go into, and one that takes something else too.

use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use sha2::{Digest, Sha256};

pub fn constant() -> ChaCha20Poly1305 {
    let mut hasher = Sha256::new();
    hasher.update(b"correct horse ");
    hasher.update(b"battery staple");
    ChaCha20Poly1305::new(&hasher.finalize()) //~ hardcoded-key
}

pub fn given(phrase: &[u8]) -> ChaCha20Poly1305 {
    let mut hasher = Sha256::new();
    hasher.update(b"correct horse ");
    hasher.update(phrase);
    ChaCha20Poly1305::new(&hasher.finalize())
}
