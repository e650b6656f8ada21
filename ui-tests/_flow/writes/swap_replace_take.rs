//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! `swap` and `replace` move values between variables.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn swapped(mut given: Vec<u8>) -> (Tag, Tag) {
    let mut key = b"goes-to-the-other".to_vec();
    std::mem::swap(&mut key, &mut given);
    (Tag::new_from_slice(&key).expect("any length"), Tag::new_from_slice(&given).expect("any length")) //~ hardcoded-key
}

pub fn replaced(given: Vec<u8>) -> Tag {
    let mut key = b"only-ever-replaced".to_vec();
    let old = std::mem::replace(&mut key, given);
    println!("{}", old.len());
    Tag::new_from_slice(&key).expect("any length")
}

pub fn put_in(given: Vec<u8>) -> Tag {
    let mut key = given;
    let _old = std::mem::replace(&mut key, b"put-in-by-replace".to_vec());
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}
