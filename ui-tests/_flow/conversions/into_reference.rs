//@ dep: chacha20poly1305 = "0.10"
//! `into` turns an array, and a reference to one, into the library's own type.

use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};

static MATERIAL: [u8; 32] = *b"fedcba9876543210fedcba9876543210";

pub fn owned() -> ChaCha20Poly1305 {
    let key: Key = MATERIAL.into();
    ChaCha20Poly1305::new(&key) //~ hardcoded-key
}

pub fn borrowed() -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new((&MATERIAL).into()) //~ hardcoded-key
}

pub fn given(material: [u8; 32]) -> ChaCha20Poly1305 {
    let key: Key = material.into();
    ChaCha20Poly1305::new(&key)
}
