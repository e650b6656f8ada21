//@ dep: sha1 = "0.10"
//! The attribute form, which the compiler accepts because the condition never holds.

use sha1::{Digest, Sha1};

#[cfg_attr(secure_lint, allow(secure_lint::weak_hash, reason = "the partner prescribes it"))]
pub fn approve(plugin: &[u8]) -> Vec<u8> {
    Sha1::digest(plugin).to_vec()
}

pub fn approve_too(plugin: &[u8]) -> Vec<u8> {
    Sha1::digest(plugin).to_vec() //~ weak-hash
}
