//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! `while let` binds in each round; its variable before the loop may be what is left.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn last(mut queue: Vec<Vec<u8>>) -> Tag {
    let mut key = b"empty-queue-default".to_vec();
    while let Some(found) = queue.pop() {
        key = found;
    }
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn each(mut queue: Vec<Vec<u8>>) -> Vec<Tag> {
    let mut out = Vec::new();
    while let Some(key) = queue.pop() {
        out.push(Tag::new_from_slice(&key).expect("any length"));
    }
    out
}
