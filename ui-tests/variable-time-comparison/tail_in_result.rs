//@ dep: sha2 = "0.10"
//! Inside of `Ok`, in a function that says what it decides.

use std::io;

use sha2::{Digest, Sha256};

pub fn verify_password(salt: &[u8], password: &str, stored_password_hash: &[u8]) -> io::Result<bool> {
    let computed = Sha256::new().chain_update(salt).chain_update(password).finalize(); //~ weak-password-hash
    Ok(computed.as_slice() == stored_password_hash) //~ variable-time-comparison
}
