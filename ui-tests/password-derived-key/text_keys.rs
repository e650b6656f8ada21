//@ dep: sha2 = "0.10"
//@ dep: md5 = "0.7"
//! A text called a key that becomes another text called a key names an entry.
use sha2::{Digest, Sha256};

pub fn compute_key(key: &str) -> String {
    let digest = Sha256::digest(key.as_bytes());
    format!("{digest:x}")
}

pub fn file_key(cache_key: &str) -> [u8; 32] {
    Sha256::digest(cache_key.as_bytes()).into()
}

pub fn text_key(password: &str) -> String {
    let digest = Sha256::digest(password.as_bytes()); //~ password-derived-key
    format!("{digest:x}")
}

pub fn bytes_key(key: &str) -> [u8; 32] {
    Sha256::digest(key.as_bytes()).into() //~ password-derived-key
}
