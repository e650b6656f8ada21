//@ dep: md-5 = "0.10"
//! Against accidents, not against attackers.

use md5::{Digest, Md5};

pub fn checksum(data: &[u8]) -> [u8; 16] {
    Md5::digest(data).into()
}

pub struct Block {
    pub data: Vec<u8>,
    pub checksum: [u8; 16],
}

impl Block {
    pub fn new(data: Vec<u8>) -> Block {
        let checksum = Md5::digest(&data).into();
        Block { data, checksum }
    }
}
