//@ dep: md-5 = "0.10"
//! A renamed import is followed.

use md5::{Digest, Md5 as Hash};

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    Hash::digest(plugin).to_vec() //~ weak-hash
}
