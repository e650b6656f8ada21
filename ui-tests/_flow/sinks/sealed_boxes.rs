//@ dep: orion = "0.18"
//! The key and the nonce of a library are types of their own.

use orion::errors::UnknownCryptoError;
use orion::hazardous::aead::chacha20poly1305::{ChaCha20Poly1305, Nonce, SecretKey};

pub fn nonce(key: &SecretKey, text: &[u8], out: &mut [u8]) -> Result<(), UnknownCryptoError> {
    let nonce = Nonce::from(*b"ledger-start");
    ChaCha20Poly1305::seal(key, &nonce, text, None, out) //~ hardcoded-nonce
}

pub fn key(start: [u8; 12], text: &[u8], out: &mut [u8]) -> Result<(), UnknownCryptoError> {
    let key = SecretKey::from(*b"fedcba9876543210fedcba9876543210");
    ChaCha20Poly1305::seal(&key, &Nonce::from(start), text, None, out) //~ hardcoded-key
}

pub fn given(key: [u8; 32], start: [u8; 12], text: &[u8], out: &mut [u8]) -> Result<(), UnknownCryptoError> {
    ChaCha20Poly1305::seal(&SecretKey::from(key), &Nonce::from(start), text, None, out)
}
