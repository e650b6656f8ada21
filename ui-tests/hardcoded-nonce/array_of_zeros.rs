//@ dep: aes-gcm = "0.10"
//! Zeros that nothing fills.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub fn seal(cipher: &Aes256Gcm, message: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = [0u8; 12];
    cipher.encrypt(Nonce::from_slice(&nonce), message) //~ hardcoded-nonce
}
