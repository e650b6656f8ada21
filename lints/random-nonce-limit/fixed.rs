//@ dep: chacha20poly1305 = "0.10"
//! Encrypts a column of a database.

use chacha20poly1305::aead::{Aead, AeadCore, OsRng};
use chacha20poly1305::{Error, XChaCha20Poly1305};

/// The records of a database column.
pub struct Column {
    cipher: XChaCha20Poly1305,
}

impl Column {
    /// Encrypts a record; the nonce is stored in front.
    pub fn seal(&self, record: &[u8]) -> Result<Vec<u8>, Error> {
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        let sealed = self.cipher.encrypt(&nonce, record)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }
}
