//! What a library offers to the tests of others.

use sha1::{Digest, Sha1};

pub fn sample(plugin: &[u8]) -> Vec<u8> {
    Sha1::digest(plugin).to_vec()
}
