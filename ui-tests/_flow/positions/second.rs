//@ dep: aes-gcm = "0.10"
//! The second of three parameters is the nonce; a constant as the third is a text.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

fn sealed(cipher: &Aes256Gcm, start: &[u8; 12], text: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.encrypt(Nonce::from_slice(start), text)
}

pub fn constant(cipher: &Aes256Gcm, text: &[u8]) -> Result<Vec<u8>, Error> {
    sealed(cipher, b"ledger-start", text) //~ hardcoded-nonce
}

pub fn constant_text(cipher: &Aes256Gcm, message: &[u8; 12]) -> Result<Vec<u8>, Error> {
    sealed(cipher, message, b"ledger-start")
}
