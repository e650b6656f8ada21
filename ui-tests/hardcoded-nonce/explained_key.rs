//@ dep: chacha20poly1305 = "0.10"
//! What is written beside the code says why the nonce may be constant, or only what a nonce is.

use chacha20poly1305::aead::{Aead, Error};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};

/// Encrypts a message with a one-time
/// key.
pub fn seal(key: &[u8; 32], message: &[u8]) -> Result<Vec<u8>, Error> {
    ChaCha20Poly1305::new(key.into()).encrypt(&[0; 12].into(), message)
}

pub fn wrap(key: &[u8; 32], message: &[u8]) -> Result<Vec<u8>, Error> {
    // This key only encrypts a
    // single message, so zeros will do.
    ChaCha20Poly1305::new(key.into()).encrypt(&[0; 12].into(), message)
}

/// Encrypts a message with the key of the service.
pub fn store(key: &[u8; 32], message: &[u8]) -> Result<Vec<u8>, Error> {
    // A nonce has to be used once with a key.
    ChaCha20Poly1305::new(key.into()).encrypt(&[0; 12].into(), message) //~ hardcoded-nonce
}
