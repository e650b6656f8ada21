//@ dep: sha1 = "0.10"
//! A condition that mentions tests is not the condition of a test.

use sha1::{Digest, Sha1};

#[cfg(not(test))]
pub fn approve(plugin: &[u8]) -> Vec<u8> {
    Sha1::digest(plugin).to_vec() //~ weak-hash
}

#[cfg(any(test, feature = "approval"))]
pub fn approve_by_feature(plugin: &[u8]) -> Vec<u8> {
    Sha1::digest(plugin).to_vec() //~ weak-hash
}
