//@ dep: aes-gcm = "0.10"
//@ dep: argon2 = "0.5"
//! The result of a derivation is written into the buffer.

use aes_gcm::{Aes256Gcm, Key, KeyInit};
use argon2::{Argon2, Error};

pub fn cipher(password: &str, salt: &[u8; 16]) -> Result<Aes256Gcm, Error> {
    let mut material = [0u8; 32];
    Argon2::default().hash_password_into(password.as_bytes(), salt, &mut material)?;
    Ok(Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)))
}
