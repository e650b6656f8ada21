//@ dep: aes-gcm = "0.10"
//! A key through a constructor into a method.

use aes_gcm::aead::KeyInit;
use aes_gcm::Aes256Gcm;

pub struct Vault {
    key: [u8; 32],
}

impl Vault {
    pub fn new(key: [u8; 32]) -> Self {
        Self { key }
    }

    pub fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&self.key.into())
    }
}

pub fn fixed() -> Aes256Gcm {
    Vault::new(*b"0123456789abcdef0123456789abcdef").cipher() //~ hardcoded-key
}

pub fn given(key: [u8; 32]) -> Aes256Gcm {
    Vault::new(key).cipher()
}
