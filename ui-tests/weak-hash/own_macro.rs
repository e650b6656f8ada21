//@ dep: sha1 = "0.10"
//! The arguments of a macro of the project are code if they look like it.

use sha1::{Digest, Sha1};

macro_rules! as_vec {
    ($value:expr) => {
        $value.to_vec()
    };
}

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    as_vec!(Sha1::digest(plugin)) //~ weak-hash
}
