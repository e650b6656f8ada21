//@ dep: openssl = "0.10"
//@ dep: hex = "0.4"
//! The algorithm is what a function gives.

use openssl::error::ErrorStack;
use openssl::hash::{MessageDigest, hash};

pub fn stored(password: &str) -> Result<String, ErrorStack> {
    Ok(hex::encode(hash(MessageDigest::sha256(), password.as_bytes())?)) //~ weak-password-hash
}

pub fn sum(document: &[u8]) -> Result<String, ErrorStack> {
    Ok(hex::encode(hash(MessageDigest::sha256(), document)?))
}
