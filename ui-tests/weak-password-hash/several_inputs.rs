//@ dep: sha2 = "0.10"
//! Salt, name and password one after the other; the digest is written as text.
use sha2::{Digest, Sha256};

pub struct Registration {
    pub name: String,
    pub password: String,
}

pub fn register(form: Registration, salt: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(form.name.as_bytes());
    hasher.update(form.password.as_bytes()); //~ weak-password-hash
    hasher.update(salt.as_bytes());
    format!("{:x}", hasher.finalize())
}

pub fn salted(form: &Registration, salt: &str) -> String {
    let salted = format!("{salt}${}", form.password);
    format!("{:x}", Sha256::digest(salted)) //~ weak-password-hash
}
