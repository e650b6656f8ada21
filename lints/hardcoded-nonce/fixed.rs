//@ dep: aes-gcm = "0.10"
//! Encrypts the messages of a conversation under one key.

use aes_gcm::aead::{Aead, AeadCore, Error, KeyInit, OsRng};
use aes_gcm::{Aes256Gcm, Key};

/// A nonce of its own for every message; it travels with the message.
pub fn encrypt(key: &Key<Aes256Gcm>, message: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    let mut sealed = nonce.to_vec();
    sealed.extend(Aes256Gcm::new(key).encrypt(&nonce, message)?);
    Ok(sealed)
}
