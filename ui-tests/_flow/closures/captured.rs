//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! What a closure writes is seen after it was called.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn written(given: Vec<u8>) -> Tag {
    let mut key = given;
    let mut reset = || key = b"written-in-a-closure".to_vec();
    reset();
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn made_good(given: Vec<u8>) -> Tag {
    let mut key = b"until-the-closure-ran".to_vec();
    let mut load = || key = given.clone();
    load();
    Tag::new_from_slice(&key).expect("any length")
}

pub fn captured(given: Vec<u8>) -> (Tag, Tag) {
    let fixed = b"captured-by-move".to_vec();
    let sign = move || Tag::new_from_slice(&fixed).expect("any length"); //~ hardcoded-key
    let other = move || Tag::new_from_slice(&given).expect("any length");
    (sign(), other())
}
