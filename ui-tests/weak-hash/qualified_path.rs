//@ dep: sha1 = "0.10"
//! The long form of a call of a trait's function.

use sha1::{Digest, Sha1};

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    <Sha1 as Digest>::digest(plugin).to_vec() //~ weak-hash
}
