//@ dep: sha2 = "0.10"
//! A function for anything is given a password.
use sha2::{Digest, Sha256};

fn fingerprint(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.as_bytes()))
}

pub struct Credentials {
    pub passwd: String,
}

pub fn sign_in(given: &Credentials, stored: &str) -> bool {
    use_text(&fingerprint(&given.passwd)) == use_text(stored) //~ weak-password-hash
}

fn use_text(text: &str) -> usize {
    text.len()
}

pub fn page(text: &str) -> String {
    fingerprint(text)
}

fn stored_password(password: &str) -> Vec<u8> {
    Sha256::digest(password.as_bytes()).to_vec() //~ weak-password-hash
}

pub fn register(given: &Credentials) -> Vec<u8> {
    stored_password(&given.passwd)
}
