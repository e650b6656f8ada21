//@ dep: sha2 = "0.10"
//! The function says that it makes a key for encryption.
use sha2::{Digest, Sha512};

pub fn encryption_key_from(password: &str, salt: &[u8]) -> Vec<u8> {
    let mut hasher = Sha512::new();
    hasher.update(salt);
    hasher.update(password); //~ password-derived-key
    hasher.finalize().to_vec()
}
