//@ dep: sha2 = "0.10"
//! Keys of a cache are no keys of a cipher.
use sha2::{Digest, Sha256};

pub fn cache_key(key: &str) -> String {
    let key = Sha256::digest(key.as_bytes());
    format!("{key:x}")
}

pub fn stored_api_key(api_key: &str) -> Vec<u8> {
    let key_hash = Sha256::digest(api_key.as_bytes());
    key_hash.to_vec()
}
