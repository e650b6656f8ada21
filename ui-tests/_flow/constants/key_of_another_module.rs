//@ dep: aes-gcm = "0.10"
//! A constant of another module, and a key that the caller gives.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};

mod settings {
    pub const KEY: [u8; 32] = *b"0123456789abcdef0123456789abcdef";
}

pub fn constant() -> Aes256Gcm {
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&settings::KEY)) //~ hardcoded-key
}

pub fn given(key: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(key))
}
