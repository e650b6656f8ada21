//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: lazy_static = "1"
//! `lazy_static!` declares statics like any others.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

lazy_static::lazy_static! {
    static ref FIXED: Vec<u8> = b"in-a-lazy-static".to_vec();
    static ref LOADED: Vec<u8> = std::fs::read("/etc/app/key").expect("the key is there");
}

pub fn fixed() -> Tag {
    Tag::new_from_slice(&FIXED).expect("any length") //~ hardcoded-key
}

pub fn loaded() -> Tag {
    Tag::new_from_slice(&LOADED).expect("any length")
}
