//@ dep: aes-gcm = "0.10"
//! The function that encrypts in place.

use aes_gcm::aead::{AeadInPlace, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub fn seal(cipher: &Aes256Gcm, message: &mut Vec<u8>) -> Result<(), Error> {
    cipher.encrypt_in_place(Nonce::from_slice(b"conversation"), b"", message) //~ hardcoded-nonce
}
