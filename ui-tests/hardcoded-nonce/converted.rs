//@ dep: aes-gcm = "0.10"
//! Conversions pass a value on.

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::generic_array::GenericArray;
use aes_gcm::aead::{Aead, Error};

pub fn seal(cipher: &Aes256Gcm, message: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.encrypt(&[7u8; 12].into(), message) //~ hardcoded-nonce
}

pub fn seal_too(cipher: &Aes256Gcm, message: &[u8]) -> Result<Vec<u8>, Error> {
    let bytes: [u8; 12] = "conversation".as_bytes().try_into().expect("twelve bytes");
    cipher.encrypt(GenericArray::from_slice(&bytes), message) //~ hardcoded-nonce
}
