//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! `ref mut`, and a name in a pattern on a `&mut`, write what was matched.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn by_ref(given: Option<Vec<u8>>) -> Option<Tag> {
    let mut key = given;
    if let Some(ref mut inner) = key {
        *inner = b"written-by-ref-mut".to_vec();
    }
    key.map(|key| Tag::new_from_slice(&key).expect("any length")) //~ hardcoded-key
}

pub fn on_borrow(given: Vec<u8>) -> Option<Tag> {
    let mut key = Some(b"replaced-in-a-pattern".to_vec());
    match &mut key {
        Some(inner) => *inner = given,
        None => return None,
    }
    key.map(|key| Tag::new_from_slice(&key).expect("any length"))
}

pub fn in_tuple(given: Vec<u8>) -> Tag {
    let mut pair = (b"replaced-in-a-tuple".to_vec(), 1);
    let (key, count) = &mut pair;
    *key = given;
    *count += 1;
    Tag::new_from_slice(&pair.0).expect("any length")
}
