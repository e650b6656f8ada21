//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A constant on one of two ways arrives; one that is replaced on both does not.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn fallback(given: Option<Vec<u8>>, debug: bool) -> Tag {
    let mut key = given.unwrap_or_default();
    if debug {
        key = b"debug-signing-key".to_vec();
    }
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn replaced(first: &[u8], second: &[u8], primary: bool) -> Tag {
    let mut key: &[u8] = b"placeholder-key";
    if primary {
        key = first;
    } else {
        key = second;
    }
    Tag::new_from_slice(key).expect("any length")
}
