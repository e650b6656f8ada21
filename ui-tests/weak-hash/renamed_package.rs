//@ dep: sum = { package = "md-5", version = "0.10" }
//! What counts is the package, not its name in the manifest.

use sum::{Digest, Md5};

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    Md5::digest(plugin).to_vec() //~ weak-hash
}
