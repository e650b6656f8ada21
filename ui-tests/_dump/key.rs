//@ dep: aes-gcm = "0.10"
//! A key through a function, a field and a builder of its own.

use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce};

const KEY: &[u8; 32] = b"0123456789abcdef0123456789abcdef";

pub struct Vault {
    key: Vec<u8>,
}

impl Vault {
    pub fn new(key: Vec<u8>) -> Vault {
        Vault { key }
    }

    pub fn seal(&self, nonce: &[u8], text: &[u8]) -> Vec<u8> {
        let cipher = Aes256Gcm::new_from_slice(&self.key).expect("32 bytes");
        cipher.encrypt(Nonce::from_slice(nonce), text).expect("it fits")
    }
}

pub fn seal(nonce: &[u8], text: &[u8]) -> Vec<u8> {
    let vault = Vault::new(KEY.to_vec());
    vault.seal(nonce, text)
}
