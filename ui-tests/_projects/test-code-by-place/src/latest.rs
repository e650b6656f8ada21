//! Ends like the word test.

use sha1::{Digest, Sha1};

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    Sha1::digest(plugin).to_vec() //~ weak-hash
}
