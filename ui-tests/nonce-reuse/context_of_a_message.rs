//@ dep: aes-gcm = "0.10"
//! An object that keeps the nonce and the associated data of one message is made for it.

use aes_gcm::aead::{AeadInPlace, Error};
use aes_gcm::{Aes256Gcm, Key, KeyInit, Nonce, Tag};

pub struct Context {
    cipher: Aes256Gcm,
    nonce: [u8; 12],
    aad: Vec<u8>,
}

impl Context {
    pub fn new(key: &Key<Aes256Gcm>, nonce: [u8; 12], aad: &[u8]) -> Context {
        Context { cipher: Aes256Gcm::new(key), nonce, aad: aad.to_vec() }
    }

    pub fn encrypt_seal(&mut self, chunk: &mut [u8]) -> Result<Tag, Error> {
        self.cipher.encrypt_in_place_detached(Nonce::from_slice(&self.nonce), &self.aad, chunk)
    }
}

pub struct Channel {
    cipher: Aes256Gcm,
    nonce: [u8; 12],
}

impl Channel {
    pub fn new(key: &Key<Aes256Gcm>, nonce: [u8; 12]) -> Channel {
        Channel { cipher: Aes256Gcm::new(key), nonce }
    }

    pub fn encrypt(&mut self, aad: &[u8], chunk: &mut [u8]) -> Result<Tag, Error> {
        self.cipher.encrypt_in_place_detached(Nonce::from_slice(&self.nonce), aad, chunk) //~ nonce-reuse
    }
}
