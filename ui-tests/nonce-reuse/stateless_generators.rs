//@ dep: aes-gcm = "0.10"
//@ dep: rand = "0.8"
//! Generators of the system and of the thread may be cloned.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};
use rand::RngCore;
use rand::rngs::{OsRng, ThreadRng};

pub struct Container {
    cipher: Aes256Gcm,
    system: OsRng,
    thread: ThreadRng,
}

impl Container {
    pub fn seal(&self, document: &[u8]) -> Result<Vec<u8>, Error> {
        let mut nonce = [0; 12];
        self.thread.clone().fill_bytes(&mut nonce);
        self.cipher.encrypt(Nonce::from_slice(&nonce), document)
    }

    pub fn seal_too(&self, document: &[u8]) -> Result<Vec<u8>, Error> {
        let mut rng = self.system.clone();
        let mut nonce = [0; 12];
        rng.fill_bytes(&mut nonce);
        self.cipher.encrypt(Nonce::from_slice(&nonce), document)
    }
}
