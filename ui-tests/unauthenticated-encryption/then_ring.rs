//@ dep: openssl = "0.10"
//@ dep: ring = "0.17"
//! The tag by another library.

use openssl::symm::{self, Cipher};
use ring::hmac;

pub struct Box {
    key: [u8; 32],
    tags: hmac::Key,
}

impl Box {
    pub fn open(&self, iv: &[u8], sealed: &[u8], tag: &[u8]) -> Option<Vec<u8>> {
        hmac::verify(&self.tags, sealed, tag).ok()?;
        symm::decrypt(Cipher::aes_256_cbc(), &self.key, Some(iv), sealed).ok()
    }
}
