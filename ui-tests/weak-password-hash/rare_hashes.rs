//@ dep: whirlpool = "0.10"
//@ dep: tiger = "0.3"
//! Hashes that are rarely met and as fast as others.

use whirlpool::{Digest, Whirlpool};

pub fn hash_password(password: &str, salt: &[u8]) -> Vec<u8> {
    let mut hasher = Whirlpool::new();
    hasher.update(salt);
    hasher.update(password.as_bytes()); //~ weak-password-hash
    hasher.finalize().to_vec()
}

pub fn content_id(content: &[u8]) -> Vec<u8> {
    tiger::Tiger::digest(content).to_vec()
}
