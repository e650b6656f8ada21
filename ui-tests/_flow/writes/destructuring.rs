//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! An assignment to a tuple writes each of its parts.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn exchanged(given: Vec<u8>) -> (Tag, Tag) {
    let (mut left, mut right) = (b"first-left-then-right".to_vec(), given);
    (left, right) = (right, left);
    (Tag::new_from_slice(&left).expect("any length"), Tag::new_from_slice(&right).expect("any length")) //~ hardcoded-key
}

pub fn both(given: (Vec<u8>, Vec<u8>)) -> (Tag, Tag) {
    let (mut left, mut right) = (b"left-replaced".to_vec(), b"right-replaced".to_vec());
    println!("{} {}", left.len(), right.len());
    (left, right) = given;
    (Tag::new_from_slice(&left).expect("any length"), Tag::new_from_slice(&right).expect("any length"))
}
