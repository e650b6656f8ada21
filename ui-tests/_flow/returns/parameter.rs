//@ dep: ring = "0.17"
//! A function that gives back one of its parameters.

use ring::hmac;

fn longer<'a>(a: &'a [u8], b: &'a [u8]) -> &'a [u8] {
    if a.len() > b.len() { a } else { b }
}

fn second<'a>(_: &'a [u8], b: &'a [u8]) -> &'a [u8] {
    b
}

pub fn either(given: &[u8]) -> hmac::Key {
    let key = longer(given, b"5d41402abc4b2a76");
    hmac::Key::new(hmac::HMAC_SHA256, key) //~ hardcoded-key
}

pub fn other(given: &[u8]) -> hmac::Key {
    let key = second(b"5d41402abc4b2a76", given);
    hmac::Key::new(hmac::HMAC_SHA256, key)
}
