//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A reference gives what its variable holds now.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn written(given: Vec<u8>) -> Tag {
    let mut key = given;
    let first = &mut key;
    let second = &mut *first;
    *second = b"seen-through-the-first".to_vec();
    Tag::new_from_slice(first).expect("any length") //~ hardcoded-key
}

pub fn made_good(given: Vec<u8>) -> Tag {
    let mut key = b"overwritten-through-both".to_vec();
    let first = &mut key;
    let second = &mut *first;
    *second = given;
    Tag::new_from_slice(first).expect("any length")
}
