//@ dep: aes-gcm = "0.10"
//! Two constants combined are a constant, a constant combined with a given share is not.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};

const LEFT: [u8; 32] = *b"0123456789abcdef0123456789abcdef";
const RIGHT: [u8; 32] = *b"fedcba9876543210fedcba9876543210";

pub fn constant() -> Aes256Gcm {
    let material: Vec<u8> = LEFT.iter().zip(RIGHT.iter()).map(|(l, r)| l ^ r).collect();
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)) //~ hardcoded-key
}

pub fn given(share: &[u8; 32]) -> Aes256Gcm {
    let material: Vec<u8> = LEFT.iter().zip(share.iter()).map(|(l, r)| l ^ r).collect();
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material))
}
