//@ dep: aes-gcm = "0.10"
//! A buffer of zeros that nothing fills, beside one that is filled.

use aes_gcm::aead::OsRng;
use aes_gcm::aead::rand_core::RngCore;
use aes_gcm::{Aes256Gcm, Key, KeyInit};

pub fn ciphers() -> (Aes256Gcm, Aes256Gcm) {
    let (first, mut second) = ([0u8; 32], [0u8; 32]);
    OsRng.fill_bytes(&mut second);
    (
        Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&first)), //~ hardcoded-key
        Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&second)),
    )
}
