//@ dep: sha2 = "0.10"
//@ dep: hmac = "0.12"
//! Protocols that prescribe the hash, and an old hash that is replaced.
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

pub fn caching_sha2_answer(password: &str, nonce: &[u8]) -> Vec<u8> {
    let first = Sha256::digest(password.as_bytes());
    let mut second = Sha256::new();
    second.update(Sha256::digest(first));
    second.update(nonce);
    second.finalize().to_vec()
}

pub fn verify_legacy(password: &str, stored: &[u8]) -> bool {
    Sha256::digest(password.as_bytes()).len() == stored.len()
}

pub fn peppered(password: &str, pepper: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(pepper).expect("any length is right");
    mac.update(password.as_bytes());
    mac.finalize().into_bytes().to_vec()
}
