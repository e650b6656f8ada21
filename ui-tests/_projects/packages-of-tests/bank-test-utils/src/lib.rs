//! What the tests share; its name says so.

use sha1::{Digest, Sha1};

pub fn account(name: &str) -> Vec<u8> {
    Sha1::digest(name).to_vec()
}
