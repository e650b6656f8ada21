//@ dep: sha2 = "0.10"
//@ dep: hex = "0.4"
//! The path names the trait, the hash is the first argument.

use sha2::{Digest, Sha256};

pub struct Account {
    pub password_hash: String,
}

pub fn register(password: &str) -> Account {
    let mut hasher = Sha256::new();
    Digest::update(&mut hasher, password.as_bytes()); //~ weak-password-hash
    Account { password_hash: hex::encode(Digest::finalize(hasher)) }
}

pub fn checksum(document: &str) -> String {
    let mut hasher = Sha256::new();
    Digest::update(&mut hasher, document.as_bytes());
    hex::encode(Digest::finalize(hasher))
}
