//@ dep: ring = "0.17"
//! A function that calls itself hands its parameter on.

use ring::hmac;

fn signer(key: &[u8], depth: u32) -> hmac::Key {
    if depth > 0 {
        return signer(key, depth - 1);
    }
    hmac::Key::new(hmac::HMAC_SHA256, key)
}

pub fn fixed() -> hmac::Key {
    signer(b"02e74f10e0327ad8", 3) //~ hardcoded-key
}

pub fn given(key: &[u8]) -> hmac::Key {
    signer(key, 3)
}
