//@ dep: md-5 = "0.10"
//! The arguments of well-known macros are code.

use md5::{Digest, Md5};

pub fn approve(plugin: &[u8]) -> String {
    format!("{:x}", Md5::digest(plugin)) //~ weak-hash
}

pub fn approve_all(plugins: [&[u8]; 2]) -> Vec<Vec<u8>> {
    vec![
        Md5::digest(plugins[0]).to_vec(), //~ weak-hash
        Md5::digest(plugins[1]).to_vec(), //~ weak-hash
    ]
}
