//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A function returns what any of its `return`s does.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

fn stored(path: &str) -> Vec<u8> {
    if path.is_empty() {
        return b"returned-early".to_vec();
    }
    std::fs::read(path).unwrap_or_default()
}

fn only_stored(path: &str) -> Vec<u8> {
    let fallback = b"returned-never".to_vec();
    if path.len() > fallback.len() {
        return std::fs::read(path).unwrap_or_default();
    }
    panic!("the path is too short")
}

pub fn bad(path: &str) -> Tag {
    Tag::new_from_slice(&stored(path)).expect("any length") //~ hardcoded-key
}

pub fn good(path: &str) -> Tag {
    Tag::new_from_slice(&only_stored(path)).expect("any length")
}
