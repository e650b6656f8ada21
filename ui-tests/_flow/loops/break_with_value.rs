//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A `loop` has the values that it is left with.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn first(mut sources: Vec<Option<Vec<u8>>>) -> Tag {
    let key = loop {
        match sources.pop() {
            Some(Some(key)) => break key,
            Some(None) => continue,
            None => break b"no-source-had-one".to_vec(),
        }
    };
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn insisting(mut sources: Vec<Option<Vec<u8>>>) -> Tag {
    let key = loop {
        match sources.pop() {
            Some(Some(key)) => break key,
            Some(None) => continue,
            None => panic!("no source has a key"),
        }
    };
    Tag::new_from_slice(&key).expect("any length")
}
