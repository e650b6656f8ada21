//! A feature for tests asks for it.

use sha1::{Digest, Sha1};

pub fn receipt(answer: &[u8]) -> Vec<u8> {
    Sha1::digest(answer).to_vec()
}
