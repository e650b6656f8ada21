//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A closure in a variable is followed where it is called.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn constant() -> Tag {
    let sign = |key: &[u8]| Tag::new_from_slice(key).expect("any length"); //~ hardcoded-key
    sign(b"given-to-a-closure")
}

pub fn given(secret: &[u8]) -> Tag {
    let sign = |key: &[u8]| Tag::new_from_slice(key).expect("any length");
    sign(secret)
}

pub fn returned(path: &str) -> (Tag, Tag) {
    let fixed = || b"returned-by-a-closure".to_vec();
    let read = || std::fs::read(path).unwrap_or_default();
    (Tag::new_from_slice(&fixed()).expect("any length"), Tag::new_from_slice(&read()).expect("any length")) //~ hardcoded-key
}
