//@ dep: aes-gcm = "0.10"
//! Encrypts the messages of a conversation under one key.

use aes_gcm::aead::{Aead, Error, KeyInit};
use aes_gcm::{Aes256Gcm, Key, Nonce};

/// Two messages under the same nonce give away their difference, and the means to forge more.
pub fn encrypt(key: &Key<Aes256Gcm>, message: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = Nonce::from_slice(b"conversation");
    Aes256Gcm::new(key).encrypt(nonce, message) //~ hardcoded-nonce
}
