//@ dep: aes-gcm = "0.10"
//@ dep: chacha20poly1305 = "0.10"
//@ dep: rand = "0.8"
//! Keys that are made for the message, long nonces, and nonces that are counted.

use aes_gcm::aead::{Aead, AeadCore, OsRng};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use chacha20poly1305::XChaCha20Poly1305;

pub fn fresh_key(text: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let key = Aes256Gcm::generate_key(&mut OsRng);
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    Some((key.to_vec(), Aes256Gcm::new(&key).encrypt(&nonce, text).ok()?))
}

pub fn given_key(key: &[u8; 32], text: &[u8]) -> Option<Vec<u8>> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    Aes256Gcm::new(key.into()).encrypt(&nonce, text).ok()
}

pub struct Long {
    cipher: XChaCha20Poly1305,
}

impl Long {
    pub fn seal(&self, text: &[u8]) -> Option<Vec<u8>> {
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        self.cipher.encrypt(&nonce, text).ok()
    }
}

pub struct Counted {
    cipher: Aes256Gcm,
    sent: u64,
}

impl Counted {
    pub fn seal(&mut self, text: &[u8]) -> Option<Vec<u8>> {
        self.sent = self.sent.checked_add(1)?;
        let mut nonce = [0u8; 12];
        nonce[4..].copy_from_slice(&self.sent.to_be_bytes());
        self.cipher.encrypt(Nonce::from_slice(&nonce), text).ok()
    }
}
