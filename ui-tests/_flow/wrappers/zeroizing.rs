//@ dep: aes-gcm = "0.10"
//@ dep: rand = "0.8"
//@ dep: zeroize = "1"
//! A wrapper that wipes its content, with a constant in it, and filled afterwards.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};
use rand::RngCore;
use zeroize::Zeroizing;

pub fn constant() -> Aes256Gcm {
    let material = Zeroizing::new(*b"0123456789abcdef0123456789abcdef");
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material[..])) //~ hardcoded-key
}

pub fn filled() -> Aes256Gcm {
    let mut material = Zeroizing::new([0u8; 32]);
    rand::thread_rng().fill_bytes(&mut material[..]);
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(material.as_slice()))
}

pub fn filled_through_deref() -> Aes256Gcm {
    let mut material = Zeroizing::new([0u8; 32]);
    rand::rngs::OsRng.fill_bytes(material.as_mut());
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&*material))
}
