//@ dep: sha1 = "0.10"
//! An alias is where the algorithm is chosen; its uses are not reported again.

use sha1::{Digest, Sha1};

type Hash = Sha1; //~ weak-hash

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    Hash::digest(plugin).to_vec()
}

pub fn approve_twice(plugin: &[u8]) -> Vec<u8> {
    Hash::digest(Hash::digest(plugin)).to_vec()
}
