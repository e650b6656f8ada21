//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! An element of a constant array is a constant.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

const KEYS: [&[u8]; 2] = [b"first-of-the-ring", b"second-of-the-ring"];
const NAMES: [&str; 2] = ["SIGNING_KEY", "SEALING_KEY"];

pub fn element(n: usize) -> Tag {
    Tag::new_from_slice(KEYS[n]).expect("any length") //~ hardcoded-key
}

pub fn named(n: usize) -> Tag {
    let key = std::env::var(NAMES[n]).expect("the environment is complete");
    Tag::new_from_slice(key.as_bytes()).expect("any length")
}
