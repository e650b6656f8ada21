//@ dep: aes-gcm = "0.10"
//! All of a buffer that is overwritten is what was written; a part is not all of it.

use aes_gcm::aead::KeyInit;
use aes_gcm::Aes256Gcm;

pub fn copied(given: &[u8]) -> Aes256Gcm {
    let mut key = [0u8; 32];
    key[..].copy_from_slice(b"0123456789abcdef0123456789ABCDEF");
    println!("{}", given.len());
    Aes256Gcm::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn made_good(given: &[u8]) -> Aes256Gcm {
    let mut key = *b"A123456789abcdef0123456789ABCDEF";
    key[..].copy_from_slice(given);
    Aes256Gcm::new_from_slice(&key).expect("any length")
}

pub fn through_method(given: &[u8]) -> Aes256Gcm {
    let mut key = *b"B123456789abcdef0123456789ABCDEF";
    key.as_mut().copy_from_slice(given);
    Aes256Gcm::new_from_slice(&key).expect("any length")
}

pub fn part(given: &[u8]) -> Aes256Gcm {
    let mut key = *b"C123456789abcdef0123456789ABCDEF";
    key[16..].copy_from_slice(given);
    Aes256Gcm::new_from_slice(&key).expect("any length")
}
