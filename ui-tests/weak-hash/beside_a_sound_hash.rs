//@ dep: hex = "0.4"
//@ dep: md-5 = "0.10"
//@ dep: sha2 = "0.10"
//! Both are published; who can, takes the better.

use md5::Md5;
use sha2::{Digest, Sha256};

pub struct Published {
    pub sha256: String,
    pub md5: String,
}

pub fn describe(package: &[u8]) -> Published {
    let mut old = Md5::new();
    old.update(package);
    Published { sha256: hex::encode(Sha256::digest(package)), md5: hex::encode(old.finalize()) }
}
