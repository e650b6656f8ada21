//@ dep: aes-gcm = "0.10"
//@ dep: chacha20poly1305 = "0.10"
//@ dep: rand = "0.8"
//! The cipher or its key is a field.

use aes_gcm::aead::Aead;
use aes_gcm::{Aes128Gcm, KeyInit, Nonce};
use chacha20poly1305::ChaCha20Poly1305;
use rand::RngCore;

pub struct Store {
    key: [u8; 16],
    fast: ChaCha20Poly1305,
}

impl Store {
    pub fn by_key(&self, text: &[u8]) -> Option<Vec<u8>> {
        let cipher = Aes128Gcm::new_from_slice(&self.key).ok()?;
        let mut nonce = [0u8; 12];
        rand::rngs::OsRng.fill_bytes(&mut nonce);
        cipher.encrypt(Nonce::from_slice(&nonce), text).ok() //~ random-nonce-limit
    }

    pub fn by_cipher(&self, text: &[u8]) -> Option<Vec<u8>> {
        let mut nonce = [0u8; 12];
        rand::thread_rng().fill_bytes(&mut nonce);
        self.fast.encrypt(chacha20poly1305::Nonce::from_slice(&nonce), text).ok() //~ random-nonce-limit
    }
}
