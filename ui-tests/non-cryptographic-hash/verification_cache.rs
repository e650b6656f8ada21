//! A table hash decides whether a signature was verified before.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

pub fn mark_verified(verified: &mut HashSet<u64>, event: &[u8]) {
    let mut hasher = DefaultHasher::default(); //~ non-cryptographic-hash
    event.hash(&mut hasher);
    verified.insert(hasher.finish());
}

#[derive(Default)]
pub struct VerificationCache {
    seen: HashSet<u64>,
}

impl VerificationCache {
    fn slot(event: &[u8]) -> u64 {
        let mut hasher = DefaultHasher::new(); //~ non-cryptographic-hash
        event.hash(&mut hasher);
        hasher.finish()
    }

    pub fn knows(&self, event: &[u8]) -> bool {
        self.seen.contains(&Self::slot(event))
    }
}
