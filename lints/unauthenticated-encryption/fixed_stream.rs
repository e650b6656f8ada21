//@ dep: chacha20poly1305 = "0.10"
//! Encrypts the commands to a device.

use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, Error, KeyInit};

pub fn encrypt(key: &[u8; 32], nonce: &[u8; 12], command: &[u8]) -> Result<Vec<u8>, Error> {
    ChaCha20Poly1305::new(key.into()).encrypt(nonce.into(), command)
}
