//@ dep: aes-gcm = "0.10"
//! The receiver is the field of a generic struct whose argument is known; the twin's method of the same name is of another type.

use aes_gcm::aead::{Aead, Nonce};
use aes_gcm::{Aes256Gcm, Error};

pub struct Held<T> {
    inner: T,
}

pub struct Codec;

impl Codec {
    pub fn encrypt(&self, _label: &[u8], data: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(data.to_vec())
    }
}

pub fn seal(held: &Held<Aes256Gcm>, data: &[u8]) -> Result<Vec<u8>, Error> {
    held.inner.encrypt(Nonce::<Aes256Gcm>::from_slice(b"fixed nonce!"), data) //~ hardcoded-nonce
}

pub fn encode(held: &Held<Codec>, data: &[u8]) -> Result<Vec<u8>, Error> {
    held.inner.encrypt(b"fixed label!", data)
}
