//@ dep: aes-gcm = "0.10"
//! Encrypts notes before they leave the device.

use aes_gcm::aead::{Aead, AeadCore, Error, KeyInit, OsRng};
use aes_gcm::{Aes256Gcm, Key};

/// A key for a new installation; its place is the key store of the system.
pub fn new_key() -> Key<Aes256Gcm> {
    Aes256Gcm::generate_key(&mut OsRng)
}

/// The key comes from outside the program.
pub fn encrypt(key: &Key<Aes256Gcm>, note: &[u8]) -> Result<Vec<u8>, Error> {
    let cipher = Aes256Gcm::new(key);
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    let mut sealed = nonce.to_vec();
    sealed.extend(cipher.encrypt(&nonce, note)?);
    Ok(sealed)
}
