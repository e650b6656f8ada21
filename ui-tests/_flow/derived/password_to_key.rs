//@ dep: aes-gcm = "0.10"
//@ dep: pbkdf2 = { version = "0.12", features = ["hmac"] }
//@ dep: sha2 = "0.10"
//! A constant password gives a constant key; it is told where it goes in.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};
use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

pub fn constant(salt: &[u8]) -> Aes256Gcm {
    let mut material = [0u8; 32];
    pbkdf2_hmac::<Sha256>(b"Quai-7-Rotterdam", salt, 600_000, &mut material); //~ hardcoded-secret
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material))
}

pub fn given(typed: &str, salt: &[u8]) -> Aes256Gcm {
    let mut material = [0u8; 32];
    pbkdf2_hmac::<Sha256>(typed.as_bytes(), salt, 600_000, &mut material);
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material))
}
