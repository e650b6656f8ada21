//! A table hash decides whether a signature was verified before.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

pub fn mark_verified(verified: &mut HashSet<u64>, event: &[u8]) {
    let mut hasher = DefaultHasher::default(); //~ non-cryptographic-hash
    event.hash(&mut hasher);
    verified.insert(hasher.finish());
}
