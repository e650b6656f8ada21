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
    /// The clone moves on, the generator in the field does not: every document gets the same nonce.
    pub fn seal(&self, document: &[u8]) -> Result<Vec<u8>, Error> {
        let mut rng = self.rng.clone(); //~ nonce-reuse
        let mut nonce = [0; 12];
        rng.fill_bytes(&mut nonce);
        self.cipher.encrypt(Nonce::from_slice(&nonce), document)
    }
}
