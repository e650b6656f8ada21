//@ dep: ring = "0.17"
//! A parameter behind `impl AsRef<[u8]>` is followed.

use ring::hmac;

fn signer<K: AsRef<[u8]>>(key: K) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, key.as_ref())
}

pub fn fixed() -> hmac::Key {
    signer("3c59dc048e885024") //~ hardcoded-key
}

pub fn given(key: Vec<u8>) -> hmac::Key {
    signer(key)
}
