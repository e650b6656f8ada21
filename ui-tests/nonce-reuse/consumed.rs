//@ dep: aes-gcm = "0.10"
//! The object encrypts once and is gone.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub struct OneMessage {
    cipher: Aes256Gcm,
    nonce: [u8; 12],
}

impl OneMessage {
    pub fn seal(self, message: &[u8]) -> Result<Vec<u8>, Error> {
        self.cipher.encrypt(Nonce::from_slice(&self.nonce), message)
    }
}
