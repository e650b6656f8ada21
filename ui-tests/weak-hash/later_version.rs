//@ dep: md-5 = "0.11"
//@ dep: sha1 = "0.11"
//@ edition: 2024
//! Version 0.11 defines the types elsewhere.

use md5::{Digest, Md5};
use sha1::Sha1;

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    let first = Md5::digest(plugin); //~ weak-hash
    Sha1::digest(first).to_vec() //~ weak-hash
}
