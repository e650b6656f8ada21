//@ dep: aes-gcm = "0.10"
//! A private field that every constructor sets to a constant, and one that another method replaces.

use aes_gcm::aead::KeyInit;
use aes_gcm::Aes256Gcm;

const KEY: [u8; 32] = *b"0123456789abcdef0123456789abcdef";

pub struct Fixed {
    key: [u8; 32],
}

impl Fixed {
    pub fn new() -> Self {
        Self { key: KEY }
    }

    pub fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&self.key.into()) //~ hardcoded-key
    }
}

pub struct Rotating {
    key: [u8; 32],
}

impl Rotating {
    pub fn new() -> Self {
        Self { key: KEY }
    }

    pub fn rotate(&mut self, key: [u8; 32]) {
        self.key = key;
    }

    pub fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&self.key.into())
    }
}
