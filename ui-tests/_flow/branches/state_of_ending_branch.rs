//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! What a branch leaves counts only if the branch comes to its end.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn falls_through(given: Option<&[u8]>) -> Tag {
    let mut key: &[u8] = b"not-configured-yet";
    if let Some(found) = given {
        key = found;
    }
    Tag::new_from_slice(key).expect("any length") //~ hardcoded-key
}

pub fn leaves(given: Option<&[u8]>) -> Option<Tag> {
    let mut key: &[u8] = b"never-used-at-all";
    if let Some(found) = given {
        key = found;
    } else {
        return None;
    }
    Some(Tag::new_from_slice(key).expect("any length"))
}
