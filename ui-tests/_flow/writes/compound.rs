//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Text that is appended to a constant is constant if it is one itself.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn joined() -> Tag {
    let mut key = String::from("constant-");
    key.push_str("all-the-way");
    Tag::new_from_slice(key.as_bytes()).expect("any length") //~ hardcoded-key
}

pub fn with_secret(secret: &str) -> Tag {
    let mut key = String::from("v1:");
    key.push_str(secret);
    Tag::new_from_slice(key.as_bytes()).expect("any length")
}

pub fn added(secret: &str) -> Tag {
    let mut key = String::from("v2:");
    key += secret;
    Tag::new_from_slice(key.as_bytes()).expect("any length")
}
