//@ dep: aes-gcm = "0.10"
//! Encrypts the lines of a log.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

/// The writer of a log.
pub struct Writer {
    cipher: Aes256Gcm,
    written: u64,
}

impl Writer {
    /// A writer for a key that no other writer has.
    pub fn new(cipher: Aes256Gcm) -> Writer {
        Writer { cipher, written: 0 }
    }

    /// Counts the lines: no number comes twice, and the writer stops before they run out.
    pub fn encrypt(&mut self, line: &[u8]) -> Result<Vec<u8>, Error> {
        self.written = self.written.checked_add(1).ok_or(Error)?;
        let mut nonce = [0; 12];
        nonce[4..].copy_from_slice(&self.written.to_be_bytes());
        self.cipher.encrypt(Nonce::from_slice(&nonce), line)
    }
}
