//! The helper says nothing; what it is asked for does.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

fn digest<T: Hash>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish() //~ non-cryptographic-hash
}

pub struct Inbox {
    verified: HashSet<u64>,
}

impl Inbox {
    pub fn verify_signature(&mut self, id: &[u8; 32]) -> bool {
        let id = digest(id);
        self.verified.contains(&id)
    }

    pub fn color(name: &str) -> u64 {
        digest(&name) % 16
    }
}
