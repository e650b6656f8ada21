//@ dep: ring = "0.17"
//! Stores the passwords of accounts.

use ring::digest::{Digest, SHA512, digest};

/// A longer digest is as fast to try as a short one.
pub fn hash_password(password: &str) -> Digest {
    digest(&SHA512, password.as_bytes()) //~ weak-password-hash
}
