//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A reference to a field writes that field.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub struct Keys {
    sign: Vec<u8>,
    seal: Vec<u8>,
}

pub fn constant(mut keys: Keys) -> (Tag, Tag) {
    let slot = &mut keys.sign;
    *slot = b"written-into-a-field".to_vec();
    (Tag::new_from_slice(&keys.sign).expect("any length"), Tag::new_from_slice(&keys.seal).expect("any length")) //~ hardcoded-key
}

pub fn made_good(sign: Vec<u8>, seal: Vec<u8>) -> (Tag, Tag) {
    let mut keys = Keys { sign: b"placeholder-in-a-field".to_vec(), seal };
    let slot = &mut keys.sign;
    *slot = sign;
    (Tag::new_from_slice(&keys.sign).expect("any length"), Tag::new_from_slice(&keys.seal).expect("any length"))
}
