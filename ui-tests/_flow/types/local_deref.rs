//@ dep: aes-gcm = "0.10"
//! A local type dereferences to the receiver, and another one does not.

use std::ops::Deref;

use aes_gcm::aead::{Aead, Nonce};
use aes_gcm::{Aes256Gcm, Error};

pub struct Sealer(Aes256Gcm);

impl Deref for Sealer {
    type Target = Aes256Gcm;

    fn deref(&self) -> &Aes256Gcm {
        &self.0
    }
}

pub struct Codec;

impl Codec {
    pub fn encrypt(&self, _label: &[u8], data: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(data.to_vec())
    }
}

pub fn seal(sealer: &Sealer, data: &[u8]) -> Result<Vec<u8>, Error> {
    sealer.encrypt(Nonce::<Aes256Gcm>::from_slice(b"fixed nonce!"), data) //~ hardcoded-nonce
}

pub fn encode(codec: &Codec, data: &[u8]) -> Result<Vec<u8>, Error> {
    codec.encrypt(b"fixed label!", data)
}
