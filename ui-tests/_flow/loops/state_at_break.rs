//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! `break` carries the state to the end of the loop, and only that one.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn gives_up(mut next: impl FnMut() -> Option<Vec<u8>>) -> Tag {
    let mut key = b"until-one-is-found".to_vec();
    loop {
        match next() {
            Some(found) => key = found,
            None => break,
        }
    }
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn finds(mut next: impl FnMut() -> Option<Vec<u8>>) -> Tag {
    let mut key = b"before-the-first".to_vec();
    loop {
        if let Some(found) = next() {
            key = found;
            break;
        }
    }
    Tag::new_from_slice(&key).expect("any length")
}
