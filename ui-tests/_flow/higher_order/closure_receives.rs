//@ dep: ring = "0.17"
//! What a function passes to the closure that it was given.

use ring::hmac;

fn with_built_in<T>(f: impl FnOnce(&[u8]) -> T) -> T {
    f(b"b6d767d2f8ed5d21")
}

fn with_given<T>(key: &[u8], f: impl FnOnce(&[u8]) -> T) -> T {
    f(key)
}

pub fn fixed() -> hmac::Key {
    with_built_in(|key| hmac::Key::new(hmac::HMAC_SHA256, key)) //~ hardcoded-key
}

pub fn given(key: &[u8]) -> hmac::Key {
    with_given(key, |key| hmac::Key::new(hmac::HMAC_SHA256, key))
}
