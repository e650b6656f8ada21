//@ dep: aes-gcm = "0.10"
//@ dep: sha2 = "0.10"
//! The hash of a constant is a constant, the hash of what is given is not.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};
use sha2::{Digest, Sha256};

pub fn constant() -> Aes256Gcm {
    let material = Sha256::digest(b"correct horse battery staple");
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)) //~ hardcoded-key
}

pub fn given(phrase: &str) -> Aes256Gcm {
    let material = Sha256::digest(phrase.as_bytes());
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material))
}
