//@ dep: aes-gcm = "0.10"
//@ dep: chacha20poly1305 = "0.10"
//! What the wanted type makes of `Default::default()` is zeros.

use aes_gcm::aead::{Aead, AeadCore, KeyInit, OsRng};
use chacha20poly1305::ChaCha20Poly1305;

pub fn zeros(key: &[u8; 32], text: &[u8]) -> Vec<u8> {
    let nonce = Default::default();
    ChaCha20Poly1305::new(key.into()).encrypt(&nonce, text).unwrap() //~ hardcoded-nonce
}

pub fn zeros_at_once(key: &[u8; 32], text: &[u8]) -> Vec<u8> {
    ChaCha20Poly1305::new(key.into()).encrypt(&Default::default(), text).unwrap() //~ hardcoded-nonce
}

pub fn drawn(key: &[u8; 32], text: &[u8]) -> Vec<u8> {
    let nonce = ChaCha20Poly1305::generate_nonce(&mut OsRng);
    ChaCha20Poly1305::new(key.into()).encrypt(&nonce, text).unwrap()
}

pub struct Options {
    pub level: u8,
}

pub fn settings<T: Default>(take: impl Fn(T) -> u8) -> u8 {
    let options = Default::default();
    take(options)
}
