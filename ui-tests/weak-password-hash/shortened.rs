//@ dep: base64 = "0.22"
//@ dep: bcrypt = "0.15"
//@ dep: sha2 = "0.10"
//! A hash in front of a slow function that reads 72 bytes only.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

pub fn stored(password: &str) -> bcrypt::BcryptResult<String> {
    let digest = Sha256::digest(password.as_bytes());
    bcrypt::hash(STANDARD.encode(digest), 12)
}
