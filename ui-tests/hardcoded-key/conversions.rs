//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Conversions pass a value on.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

const PHRASE: &str = "open sesame";

pub fn bytes() -> Tag {
    <Tag as Mac>::new_from_slice(PHRASE.as_bytes()).expect("any length") //~ hardcoded-key
}

pub fn owned() -> Tag {
    let owned: Vec<u8> = PHRASE.to_owned().into_bytes().clone();
    Tag::new_from_slice(owned.as_slice()).expect("any length") //~ hardcoded-key
}

pub fn formatted() -> Tag {
    let text = String::from(PHRASE).trim().to_string();
    Tag::new_from_slice(text.as_ref()).expect("any length") //~ hardcoded-key
}
