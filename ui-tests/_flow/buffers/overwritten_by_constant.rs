//@ dep: rand = "0.9"
//@ dep: aes-gcm = "0.10"
//! What was random is replaced by a constant, and the other way round.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};
use rand::RngCore;

pub fn made_bad() -> Aes256Gcm {
    let mut material = [0u8; 32];
    rand::rng().fill_bytes(&mut material);
    material = *b"0123456789abcdef0123456789abcdef";
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)) //~ hardcoded-key
}

pub fn made_good() -> Aes256Gcm {
    let mut material = *b"0123456789abcdef0123456789abcdef";
    rand::rng().fill_bytes(&mut material);
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material))
}
