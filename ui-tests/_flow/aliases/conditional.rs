//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A reference that may stand for either of two variables may leave both as they were.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn may_stay(given: Vec<u8>, left: bool) -> (Tag, Vec<u8>) {
    let mut a = b"perhaps-not-replaced".to_vec();
    let mut b = Vec::new();
    let slot = if left { &mut a } else { &mut b };
    *slot = given;
    (Tag::new_from_slice(&a).expect("any length"), b) //~ hardcoded-key
}

pub fn may_come(first: Vec<u8>, second: Vec<u8>, left: bool) -> (Tag, Vec<u8>) {
    let (mut a, mut b) = (first, second);
    let slot = if left { &mut a } else { &mut b };
    *slot = b"perhaps-written-here".to_vec();
    (Tag::new_from_slice(&a).expect("any length"), b) //~ hardcoded-key
}

pub fn both(first: Vec<u8>, second: Vec<u8>, left: bool) -> Tag {
    let (mut a, mut b) = (Vec::new(), b"of-neither-variable".to_vec());
    println!("{}", b.len());
    b = second;
    let slot = if left { &mut a } else { &mut b };
    *slot = first;
    Tag::new_from_slice(slot).expect("any length")
}
