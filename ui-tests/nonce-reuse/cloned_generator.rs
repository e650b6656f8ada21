//@ dep: aes-gcm = "0.10"
//@ dep: rand_chacha = "0.3"
//! Another generator, the clone in the middle of an expression.

use aes_gcm::aead::{Aead, AeadCore, Error};
use aes_gcm::Aes256Gcm;
use rand_chacha::ChaCha20Rng;

pub struct Container {
    cipher: Aes256Gcm,
    rng: ChaCha20Rng,
}

impl Container {
    pub fn seal(&self, document: &[u8]) -> Result<Vec<u8>, Error> {
        let nonce = Aes256Gcm::generate_nonce(&mut self.rng.clone()); //~ nonce-reuse
        self.cipher.encrypt(&nonce, document)
    }
}
