//@ dep: sha2 = "0.10"
//! Stores the passwords of accounts.

use sha2::{Digest, Sha256};

/// Made to be fast: a graphics card tries billions of passwords in a second.
pub fn hash_password(salt: &[u8; 16], password: &str) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(password).finalize().into() //~ weak-password-hash
}
