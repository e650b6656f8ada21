//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! An assignment replaces what a variable held; shadowing makes another one.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn before(given: &[u8]) -> (Tag, usize) {
    let mut key: &[u8] = b"used-before-the-write";
    let tag = Tag::new_from_slice(key).expect("any length"); //~ hardcoded-key
    key = given;
    (tag, key.len())
}

pub fn after(given: &[u8]) -> Tag {
    let mut key: &[u8] = b"gone-before-the-use";
    println!("{}", key.len());
    key = given;
    Tag::new_from_slice(key).expect("any length")
}

pub fn shadowed(given: &[u8]) -> (Tag, Tag) {
    let key: &[u8] = given;
    let inner = {
        let key: &[u8] = b"of-the-inner-block";
        Tag::new_from_slice(key).expect("any length") //~ hardcoded-key
    };
    (inner, Tag::new_from_slice(key).expect("any length"))
}
