//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! `let .. else` ends the path where the pattern does not match.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn matched(given: Option<Vec<u8>>) -> Option<Tag> {
    let mut key = b"kept-from-the-start".to_vec();
    let Some(found) = given else {
        key.truncate(16);
        return None;
    };
    if found.len() > 8 {
        key = found;
    }
    Some(Tag::new_from_slice(&key).expect("any length")) //~ hardcoded-key
}

pub fn given(given: Option<Vec<u8>>) -> Option<Tag> {
    let key;
    let Some(found) = given else {
        return None;
    };
    key = found;
    Some(Tag::new_from_slice(&key).expect("any length"))
}
