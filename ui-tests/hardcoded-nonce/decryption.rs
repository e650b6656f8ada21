//@ dep: aes-gcm = "0.10"
//! Decryption uses what the encryption used.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub fn open_old(cipher: &Aes256Gcm, sealed: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.decrypt(Nonce::from_slice(b"conversation"), sealed)
}

pub fn open(cipher: &Aes256Gcm, sealed: &[u8]) -> Result<Vec<u8>, Error> {
    let (nonce, body) = sealed.split_at_checked(12).ok_or(Error)?;
    cipher.decrypt(Nonce::from_slice(nonce), body)
}
