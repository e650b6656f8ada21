//@ dep: hex = "0.4"
//@ dep: md-5 = "0.10"
//@ dep: sha2 = "0.10"
//! The weaker of two digests of a password is the one that is attacked.

use md5::Md5;
use sha2::{Digest, Sha256};

pub fn store(password: &str) -> (String, String) {
    let old = hex::encode(Md5::digest(password)); //~ weak-hash
    (old, hex::encode(Sha256::digest(password))) //~ weak-password-hash
}
