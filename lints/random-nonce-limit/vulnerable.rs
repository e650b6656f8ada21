//@ dep: aes-gcm = "0.10"
//! Encrypts a column of a database.

use aes_gcm::aead::{Aead, AeadCore, OsRng};
use aes_gcm::{Aes256Gcm, Error};

/// The records of a database column.
pub struct Column {
    cipher: Aes256Gcm,
}

impl Column {
    /// Encrypts a record; the nonce is stored in front.
    pub fn seal(&self, record: &[u8]) -> Result<Vec<u8>, Error> {
        let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
        let sealed = self.cipher.encrypt(&nonce, record)?; //~ random-nonce-limit
        Ok([nonce.as_slice(), &sealed].concat())
    }
}
