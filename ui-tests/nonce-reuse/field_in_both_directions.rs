//@ dep: aes-gcm = "0.10"
//! The same field is wrong in the encryption and right in the decryption.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub struct Log {
    cipher: Aes256Gcm,
    nonce: Vec<u8>,
}

impl Log {
    pub fn write(&self, line: &[u8]) -> Result<Vec<u8>, Error> {
        self.cipher.encrypt(Nonce::from_slice(&self.nonce), line) //~ nonce-reuse
    }

    pub fn read(&self, line: &[u8]) -> Result<Vec<u8>, Error> {
        self.cipher.decrypt(Nonce::from_slice(&self.nonce), line)
    }
}
