//@ dep: aes-gcm = "0.10"
//! Encrypts the lines of a log.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

/// The writer of a log.
pub struct Writer {
    cipher: Aes256Gcm,
    nonce: [u8; 12],
}

impl Writer {
    /// A writer that begins with this nonce.
    pub fn new(cipher: Aes256Gcm, nonce: [u8; 12]) -> Writer {
        Writer { cipher, nonce }
    }

    /// Nothing ever changes the nonce.
    pub fn encrypt(&self, line: &[u8]) -> Result<Vec<u8>, Error> {
        self.cipher.encrypt(Nonce::from_slice(&self.nonce), line) //~ nonce-reuse
    }
}
