//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! `return` in a closure leaves the closure only.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn after(given: Option<Vec<u8>>) -> Tag {
    let mut key = b"kept-by-the-early-way".to_vec();
    let mut load = || {
        let Some(given) = &given else { return };
        key = given.clone();
    };
    load();
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn on_spot(given: Vec<u8>) -> Tag {
    let key = (|| {
        if given.is_empty() {
            return Vec::new();
        }
        given
    })();
    Tag::new_from_slice(&key).expect("any length")
}
