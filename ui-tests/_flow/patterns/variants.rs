//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! What one variant holds is not found in another one.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub enum Source {
    Fixed(Vec<u8>),
    File(Vec<u8>),
}

fn source(path: &str) -> Source {
    match std::fs::read(path) {
        Ok(bytes) => Source::File(bytes),
        Err(_) => Source::Fixed(b"fixed-by-a-variant".to_vec()),
    }
}

pub fn fixed(path: &str) -> Option<Tag> {
    match source(path) {
        Source::Fixed(key) => Some(Tag::new_from_slice(&key).expect("any length")), //~ hardcoded-key
        Source::File(_) => None,
    }
}

pub fn file(path: &str) -> Option<Tag> {
    match source(path) {
        Source::File(key) => Some(Tag::new_from_slice(&key).expect("any length")),
        Source::Fixed(_) => None,
    }
}
