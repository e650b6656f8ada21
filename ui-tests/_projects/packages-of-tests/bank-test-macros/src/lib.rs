//! What only a package of tests needs.

use sha1::{Digest, Sha1};

pub fn number(name: &str) -> Vec<u8> {
    Sha1::digest(name).to_vec()
}
