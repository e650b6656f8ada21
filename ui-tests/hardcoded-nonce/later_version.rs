//@ dep: aes-gcm = "0.11"
//@ edition: 2024
//! Version 0.11 has other arrays.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub fn seal(cipher: &Aes256Gcm, message: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.encrypt(&Nonce::from(*b"conversation"), message) //~ hardcoded-nonce
}
