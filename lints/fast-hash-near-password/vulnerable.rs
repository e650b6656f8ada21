//@ dep: sha2 = "0.10"
use sha2::{Digest, Sha256};

pub fn hash_password(input: &str) -> Vec<u8> {
    Sha256::digest(input.as_bytes()).to_vec() //~ fast-hash-near-password
}
