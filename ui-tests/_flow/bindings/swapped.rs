//@ dep: ring = "0.17"
//! `swap` and `replace` exchange a constant and what is given.

use std::mem;

use ring::hmac::{HMAC_SHA256, Key};

pub fn swapped(mut given: Vec<u8>) -> (Key, Key) {
    let mut fixed = b"correct horse battery staple".to_vec();
    mem::swap(&mut fixed, &mut given);
    (
        Key::new(HMAC_SHA256, &fixed),
        Key::new(HMAC_SHA256, &given), //~ hardcoded-key
    )
}

pub fn replaced(mut given: Vec<u8>) -> (Key, Key) {
    let old = mem::replace(&mut given, b"correct horse battery staple".to_vec());
    (
        Key::new(HMAC_SHA256, &old),
        Key::new(HMAC_SHA256, &given), //~ hardcoded-key
    )
}
