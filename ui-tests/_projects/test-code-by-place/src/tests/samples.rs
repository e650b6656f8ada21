//! A module of a test module.

use sha1::{Digest, Sha1};

pub fn sample() -> Vec<u8> {
    Sha1::digest(b"sample").to_vec()
}
