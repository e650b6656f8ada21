//@ dep: aes-gcm = "0.10"
//! An empty vector learns its element from what is pushed.

use aes_gcm::aead::{Aead, Nonce};
use aes_gcm::{Aes256Gcm, Error};

pub struct Codec;

impl Codec {
    pub fn encrypt(&self, _label: &[u8], data: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(data.to_vec())
    }
}

pub fn seal(cipher: Aes256Gcm, data: &[u8]) -> Result<Vec<u8>, Error> {
    let mut all = Vec::new();
    all.push(cipher);
    all[0].encrypt(Nonce::<Aes256Gcm>::from_slice(b"fixed nonce!"), data) //~ hardcoded-nonce
}

pub fn encode(data: &[u8]) -> Result<Vec<u8>, Error> {
    let mut all = Vec::new();
    all.push(Codec);
    all[0].encrypt(b"fixed label!", data)
}
