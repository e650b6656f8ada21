//@ dep: aes-gcm = "0.10"
//! A number that is never the same.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub struct Channel {
    cipher: Aes256Gcm,
    sent: u64,
}

impl Channel {
    pub fn seal(&mut self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let mut nonce = [0u8; 12];
        nonce[4..].copy_from_slice(&self.sent.to_be_bytes());
        self.sent = self.sent.checked_add(1).ok_or(Error)?;
        self.cipher.encrypt(Nonce::from_slice(&nonce), message)
    }
}
