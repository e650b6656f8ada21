//@ dep: ring = "0.17"
//! What a closure gives to the function that calls it.

use ring::hmac;

fn signer(make: impl Fn() -> Vec<u8>) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &make())
}

pub fn fixed() -> hmac::Key {
    signer(|| b"37693cfc748049e4".to_vec()) //~ hardcoded-key
}

pub fn loaded() -> hmac::Key {
    signer(|| std::fs::read("/run/keys/signing").unwrap_or_default())
}
