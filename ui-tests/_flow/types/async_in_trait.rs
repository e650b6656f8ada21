//@ dep: aes-gcm = "0.10"
//! An `async fn` of a trait, called through a generic parameter, gives the receiver when it is awaited.

use aes_gcm::aead::{Aead, Nonce};
use aes_gcm::{Aes256Gcm, Error};

pub struct Codec;

impl Codec {
    pub fn encrypt(&self, _label: &[u8], data: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(data.to_vec())
    }
}

pub trait Store {
    async fn cipher(&self) -> Result<Aes256Gcm, Error>;
    async fn codec(&self) -> Result<Codec, Error>;
}

pub async fn seal<S: Store>(store: &S, data: &[u8]) -> Result<Vec<u8>, Error> {
    store.cipher().await?.encrypt(Nonce::<Aes256Gcm>::from_slice(b"fixed nonce!"), data) //~ hardcoded-nonce
}

pub async fn encode<S: Store>(store: &S, data: &[u8]) -> Result<Vec<u8>, Error> {
    store.codec().await?.encrypt(b"fixed label!", data)
}
