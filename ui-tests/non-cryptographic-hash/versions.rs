//@ dep: xxhash-rust = "0.8"
//! A hash that tells whether something has changed.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use xxhash_rust::xxh3::xxh3_64;

pub struct AccessToken {
    groups: Vec<u32>,
}

impl AccessToken {
    pub fn state(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.groups.hash(&mut hasher);
        hasher.finish()
    }
}

pub struct Document {
    pub version: String,
    pub body: Vec<u8>,
}

pub fn document(body: Vec<u8>) -> Document {
    let token = format!("{:016x}", xxh3_64(&body));
    Document { version: token, body }
}

pub fn is_known(token: &str, known: &[u64]) -> bool {
    known.contains(&xxh3_64(token.as_bytes())) //~ non-cryptographic-hash
}
