//@ dep: sha2 = "0.10"
//! Digests of public content.

use sha2::{Digest, Sha256};

pub fn is_complete(download: &[u8], listed: &[u8; 32]) -> bool {
    Sha256::digest(download).as_slice() == listed
}

pub fn is_fresh(etag: &str, hash: &str) -> bool {
    etag == hash
}

pub struct Block {
    pub hash: [u8; 32],
    pub parent_hash: [u8; 32],
}

pub fn follows(block: &Block, parent: &Block) -> bool {
    block.parent_hash == parent.hash
}
