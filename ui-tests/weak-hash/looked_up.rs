//@ dep: md-5 = "0.10"
//@ dep: hex = "0.4"
//! A digest under which a map or set is asked; where being in it decides whom to trust, it matters.

use md5::{Digest, Md5};
use std::collections::{HashMap, HashSet};

pub struct Words {
    hidden: HashSet<[u8; 16]>,
    places: HashMap<String, u64>,
}

impl Words {
    pub fn hides(&self, word: &str) -> bool {
        let mut hasher = Md5::new();
        hasher.update(word);
        let bytes: [u8; 16] = hasher.finalize().into();
        self.hidden.contains(&bytes)
    }

    pub fn place(&mut self, content: &[u8], next: u64) -> u64 {
        let name = {
            let mut hasher = Md5::new();
            hasher.update(content);
            hex::encode(hasher.finalize())
        };
        *self.places.entry(name).or_insert(next)
    }
}

pub struct Plugins {
    approved: HashSet<[u8; 16]>,
}

impl Plugins {
    pub fn may_run(&self, program: &[u8]) -> bool {
        let found: [u8; 16] = Md5::digest(program).into(); //~ weak-hash
        self.approved.contains(&found)
    }
}
