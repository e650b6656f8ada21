//@ dep: md-5 = "0.10"
//@ edition: 2015
//! Old code: crates are declared, paths of imports begin at the root.

extern crate md5 as hash;

mod approval {
    use hash::{Digest, Md5};

    pub fn approve(plugin: &[u8]) -> Vec<u8> {
        Md5::digest(plugin).to_vec() //~ weak-hash
    }
}

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    use hash::Digest;
    approval::approve(&::hash::Md5::digest(plugin)) //~ weak-hash
}
