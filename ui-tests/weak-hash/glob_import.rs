//@ dep: md-5 = "0.10"
//! An import of everything.

use md5::*;

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    let mut hasher = Md5::new(); //~ weak-hash
    hasher.update(plugin);
    hasher.finalize().to_vec()
}
