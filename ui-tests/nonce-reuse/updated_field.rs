//@ dep: aes-gcm = "0.10"
//! The field changes with every message, here or in another method.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub struct Stream {
    cipher: Aes256Gcm,
    nonce: [u8; 12],
    other: [u8; 12],
}

impl Stream {
    pub fn seal(&mut self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let sealed = self.cipher.encrypt(Nonce::from_slice(&self.nonce), message)?;
        for byte in self.nonce.iter_mut().rev() {
            *byte = byte.wrapping_add(1);
            if *byte != 0 {
                return Ok(sealed);
            }
        }
        Err(Error)
    }

    pub fn seal_other(&mut self, message: &[u8]) -> Result<Vec<u8>, Error> {
        self.advance();
        self.cipher.encrypt(Nonce::from_slice(&self.other), message)
    }

    fn advance(&mut self) {
        self.other[11] += 1;
    }
}
