//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A write through `&mut` is a write to the variable itself.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn into(given: Vec<u8>) -> Tag {
    let mut key = given;
    let slot = &mut key;
    *slot = b"written-through-a-slot".to_vec();
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn out_of(given: Vec<u8>) -> Tag {
    let mut key = b"replaced-through-a-slot".to_vec();
    let slot = &mut key;
    *slot = given;
    Tag::new_from_slice(&key).expect("any length")
}
