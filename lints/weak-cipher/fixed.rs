//@ dep: aes-gcm = "0.10"
//! Encrypts a message for the archive.

use aes_gcm::aead::{Aead, AeadCore, Error, KeyInit, OsRng};
use aes_gcm::{Aes256Gcm, Key};

/// Answers the nonce, which is not secret, followed by the ciphertext.
pub fn encrypt(key: &Key<Aes256Gcm>, message: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    let mut sealed = nonce.to_vec();
    sealed.extend(Aes256Gcm::new(key).encrypt(&nonce, message)?);
    Ok(sealed)
}
