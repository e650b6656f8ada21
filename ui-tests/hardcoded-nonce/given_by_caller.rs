//@ dep: aes-gcm = "0.10"
//! The function is right; the call that gives it a constant is not.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

fn seal_with(cipher: &Aes256Gcm, nonce: [u8; 12], message: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.encrypt(Nonce::from_slice(&nonce), message)
}

pub fn seal(cipher: &Aes256Gcm, message: &[u8]) -> Result<Vec<u8>, Error> {
    seal_with(cipher, [1; 12], message) //~ hardcoded-nonce
}
