//@ dep: aes-gcm = "0.10"
//! A number written as bytes is as constant as the number.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

const START: u128 = 0x0123_4567_89ab_cdef_0123_4567;

pub fn constant(cipher: &Aes256Gcm, text: &[u8]) -> Result<Vec<u8>, Error> {
    let bytes = START.to_be_bytes();
    cipher.encrypt(Nonce::from_slice(&bytes[4..]), text) //~ hardcoded-nonce
}

pub fn given(cipher: &Aes256Gcm, message: u128, text: &[u8]) -> Result<Vec<u8>, Error> {
    let bytes = message.to_be_bytes();
    cipher.encrypt(Nonce::from_slice(&bytes[4..]), text)
}
