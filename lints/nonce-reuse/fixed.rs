//@ dep: aes-gcm = "0.10"
//@ dep: rand = "0.8"
//! A container that encrypts documents under one key.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};
use rand::RngCore;
use rand::rngs::StdRng;

/// A container of documents.
pub struct Container {
    cipher: Aes256Gcm,
    rng: StdRng,
}

impl Container {
    /// The generator itself moves on.
    pub fn seal(&mut self, document: &[u8]) -> Result<Vec<u8>, Error> {
        let mut nonce = [0; 12];
        self.rng.fill_bytes(&mut nonce);
        self.cipher.encrypt(Nonce::from_slice(&nonce), document)
    }
}
