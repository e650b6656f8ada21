//@ dep: sha1 = "0.10"
//! Version 5 of the UUID is a SHA-1.

use sha1::{Digest, Sha1};

pub fn new_v5(namespace: &[u8; 16], name: &[u8]) -> [u8; 16] {
    let hash = Sha1::new().chain_update(namespace).chain_update(name).finalize();
    let mut uuid = [0; 16];
    uuid.copy_from_slice(&hash[..16]);
    uuid[6] = (uuid[6] & 0x0f) | 0x50;
    uuid[8] = (uuid[8] & 0x3f) | 0x80;
    uuid
}
