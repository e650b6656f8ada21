//@ dep: sha2 = "0.10"
//! Where the way of the password is seen, the lint with the better evidence speaks alone.

use sha2::{Digest, Sha256};

pub fn hash_password(password: &str) -> Vec<u8> {
    Sha256::digest(password).to_vec() //~ weak-password-hash
}
