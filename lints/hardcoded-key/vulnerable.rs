//@ dep: aes-gcm = "0.10"
//! Encrypts notes before they leave the device.

use aes_gcm::aead::{Aead, AeadCore, Error, KeyInit, OsRng};
use aes_gcm::{Aes256Gcm, Key};

const STORAGE: &[u8; 32] = b"9f2c-notes-8842-storage-71ab-202";

/// Whoever has the program has the key: every installation, and everybody who can read the source.
pub fn encrypt(note: &[u8]) -> Result<Vec<u8>, Error> {
    let cipher = Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(STORAGE)); //~ hardcoded-key
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    let mut sealed = nonce.to_vec();
    sealed.extend(cipher.encrypt(&nonce, note)?);
    Ok(sealed)
}
