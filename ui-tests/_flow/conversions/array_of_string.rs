//@ dep: aes-gcm = "0.10"
//! A text becomes the array that the cipher wants.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};

const PHRASE: &str = "0123456789abcdef0123456789abcdef";

pub fn constant() -> Aes256Gcm {
    let material: [u8; 32] = PHRASE.as_bytes().try_into().expect("32 bytes");
    Aes256Gcm::new(&Key::<Aes256Gcm>::from(material)) //~ hardcoded-key
}

pub fn given(phrase: &str) -> Option<Aes256Gcm> {
    let material: [u8; 32] = phrase.as_bytes().try_into().ok()?;
    Some(Aes256Gcm::new(&Key::<Aes256Gcm>::from(material)))
}
