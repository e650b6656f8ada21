//@ dep: aes-gcm = "0.10"
//! The nonce changes although the object is only borrowed, or in a function that takes the object apart.

use std::sync::Mutex;

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub struct Shared {
    cipher: Aes256Gcm,
    nonce: Mutex<[u8; 12]>,
}

impl Shared {
    pub fn seal(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let mut nonce = self.nonce.lock().unwrap();
        nonce[0] = nonce[0].wrapping_add(1);
        self.cipher.encrypt(Nonce::from_slice(&*nonce), message)
    }
}

pub struct Stream {
    cipher: Aes256Gcm,
    nonce: [u8; 12],
}

impl Stream {
    pub fn seal(&mut self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let sealed = self.cipher.encrypt(Nonce::from_slice(&self.nonce), message);
        let Stream { nonce, .. } = self;
        count(nonce);
        sealed
    }
}

fn count(nonce: &mut [u8; 12]) {
    nonce[11] = nonce[11].wrapping_add(1);
}
