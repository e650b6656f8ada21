//@ dep: hex = "0.4"
//@ dep: sha1 = "0.10"
//! The index of the repository names the algorithm.

use sha1::{Digest, Sha1};

pub enum Algorithm {
    Sha1,
    None,
}

pub fn digest(algorithm: &Algorithm, file: &[u8]) -> Option<String> {
    match algorithm {
        Algorithm::Sha1 => Some(hex::encode(Sha1::digest(file))),
        Algorithm::None => None,
    }
}
