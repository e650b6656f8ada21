//@ dep: aes-gcm = "0.10"
//! `?` on an alias of `Result` gives the receiver.

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead, Nonce};

pub struct Fault;
type Outcome<T> = Result<T, Fault>;

pub struct Codec;

impl Codec {
    pub fn encrypt(&self, _label: &[u8], data: &[u8]) -> Outcome<Vec<u8>> {
        Ok(data.to_vec())
    }
}

pub fn seal(load: impl Fn() -> Outcome<Aes256Gcm>, data: &[u8]) -> Outcome<Vec<u8>> {
    load()?.encrypt(Nonce::<Aes256Gcm>::from_slice(b"fixed nonce!"), data).map_err(|_| Fault) //~ hardcoded-nonce
}

pub fn encode(load: impl Fn() -> Outcome<Codec>, data: &[u8]) -> Outcome<Vec<u8>> {
    load()?.encrypt(b"fixed label!", data)
}
