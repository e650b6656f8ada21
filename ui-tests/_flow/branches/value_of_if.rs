//@ dep: ring = "0.17"
//! The value of an `if` is that of either branch; a branch that panics has none.

use ring::hmac;

pub fn either(given: &[u8], testing: bool) -> hmac::Key {
    let key: &[u8] = if testing { b"test-token-signing-key" } else { given };
    hmac::Key::new(hmac::HMAC_SHA256, key) //~ hardcoded-key
}

pub fn never(given: Option<&[u8]>) -> hmac::Key {
    let key: &[u8] = if let Some(key) = given {
        key
    } else {
        panic!("no key is configured")
    };
    hmac::Key::new(hmac::HMAC_SHA256, key)
}
