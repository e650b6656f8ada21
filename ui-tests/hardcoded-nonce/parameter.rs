//@ dep: aes-gcm = "0.10"
//! The caller decides.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub fn seal(cipher: &Aes256Gcm, nonce: &[u8; 12], message: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.encrypt(Nonce::from_slice(nonce), message)
}
