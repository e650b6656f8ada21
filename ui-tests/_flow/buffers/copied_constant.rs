//@ dep: aes-gcm = "0.10"
//! A buffer of zeros takes a constant, or what is given.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

const PREFIX: [u8; 12] = *b"ledger-v1-00";

pub fn constant(cipher: &Aes256Gcm, text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0u8; 12];
    nonce.copy_from_slice(&PREFIX);
    cipher.encrypt(Nonce::from_slice(&nonce), text) //~ hardcoded-nonce
}

pub fn given(cipher: &Aes256Gcm, message: &[u8; 12], text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = PREFIX;
    nonce.copy_from_slice(message);
    cipher.encrypt(Nonce::from_slice(&nonce), text)
}
