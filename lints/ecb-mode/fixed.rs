//@ dep: aes-gcm = "0.10"
//! Encrypts a record before it is stored.

use aes_gcm::aead::{Aead, AeadCore, Error, KeyInit, OsRng};
use aes_gcm::{Aes256Gcm, Key};

/// Equal records have different ciphertexts, and a changed one is refused when it is decrypted.
pub fn encrypt(key: &Key<Aes256Gcm>, record: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    let mut sealed = nonce.to_vec();
    sealed.extend(Aes256Gcm::new(key).encrypt(&nonce, record)?);
    Ok(sealed)
}
