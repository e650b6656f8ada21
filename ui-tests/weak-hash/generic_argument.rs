//@ dep: sha1 = "0.10"
//@ dep: sha2 = "0.10"
//! A generic function is judged where it is called.

use sha1::Sha1;
use sha2::{Digest, Sha256};

fn digest_of<D: Digest>(data: &[u8]) -> Vec<u8> {
    D::digest(data).to_vec()
}

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    digest_of::<Sha1>(plugin) //~ weak-hash
}

pub fn approve_well(plugin: &[u8]) -> Vec<u8> {
    digest_of::<Sha256>(plugin)
}
