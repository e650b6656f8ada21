//@ dep: fnv = "1"
//! A token from the name of the account.

use std::hash::Hasher;

use fnv::FnvHasher;

pub fn session_token(account: &str) -> u64 {
    let mut hasher = FnvHasher::default(); //~ non-cryptographic-hash
    hasher.write(account.as_bytes());
    hasher.finish()
}
