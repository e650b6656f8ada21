//@ dep: sha2 = "0.10"
//! What a proxy wants to see instead of the password, and what is kept of it.

use sha2::{Digest, Sha256};

pub mod trojan {
    use sha2::{Digest, Sha224};

    pub fn greeting(password: &str) -> Vec<u8> {
        Sha224::digest(password.as_bytes()).to_vec()
    }
}

pub fn register(password: &str) -> Vec<u8> {
    Sha256::digest(password.as_bytes()).to_vec() //~ weak-password-hash
}
