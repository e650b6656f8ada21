//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A write to a field replaces that field and no other.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

#[derive(Default)]
pub struct Keys {
    pub current: Vec<u8>,
    pub previous: Vec<u8>,
}

pub fn previous(given: Vec<u8>) -> (Tag, Tag) {
    let mut keys = Keys { current: b"current-to-be-replaced".to_vec(), previous: b"previous-that-stays".to_vec() };
    keys.current = given;
    (Tag::new_from_slice(&keys.current).expect("any length"), Tag::new_from_slice(&keys.previous).expect("any length")) //~ hardcoded-key
}

pub struct Settings {
    keys: Keys,
}

pub fn nested(mut settings: Settings) -> (Tag, Tag) {
    settings.keys.previous = b"written-two-levels-down".to_vec();
    (Tag::new_from_slice(&settings.keys.previous).expect("any length"), Tag::new_from_slice(&settings.keys.current).expect("any length")) //~ hardcoded-key
}
