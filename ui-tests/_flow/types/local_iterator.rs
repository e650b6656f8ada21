//@ dep: aes-gcm = "0.10"
//! A local iterator has the methods of iterators, and yields what its impl says.

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead, Nonce};

pub struct Ciphers(Vec<Aes256Gcm>);

impl Iterator for Ciphers {
    type Item = Aes256Gcm;

    fn next(&mut self) -> Option<Aes256Gcm> {
        self.0.pop()
    }
}

pub struct Codec;

impl Codec {
    pub fn encrypt(&self, _label: &[u8], data: &[u8]) -> Option<Vec<u8>> {
        Some(data.to_vec())
    }
}

pub fn seal(ciphers: Ciphers, data: &[u8]) -> Vec<Vec<u8>> {
    ciphers
        .filter_map(|c| c.encrypt(Nonce::<Aes256Gcm>::from_slice(b"fixed nonce!"), data).ok()) //~ hardcoded-nonce
        .collect()
}

pub fn encode(codecs: Vec<Codec>, data: &[u8]) -> Vec<Vec<u8>> {
    codecs.into_iter().filter_map(|c| c.encrypt(b"fixed label!", data)).collect()
}
