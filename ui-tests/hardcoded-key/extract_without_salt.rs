//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Zeros under a name that never changes are the salt that HKDF goes without; a buffer that was to be filled is a mistake.

use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn extract(root: &[u8]) -> Vec<u8> {
    let salt = [0u8; 32];
    let mut extract = Hmac::<Sha256>::new_from_slice(&salt).expect("any length");
    extract.update(root);
    extract.finalize().into_bytes().to_vec()
}

pub fn tag(message: &[u8]) -> Vec<u8> {
    let mut key = [0u8; 32];
    load(&key);
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("any length"); //~ hardcoded-key
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

fn load(_key: &[u8]) {}
