//@ dep: ring = "0.17"
//! Each parameter is followed apart: a constant context is no key.

use ring::hmac;

fn signer(key: &[u8], context: &[u8]) -> (hmac::Key, usize) {
    (hmac::Key::new(hmac::HMAC_SHA256, key), context.len())
}

pub fn fixed(context: &[u8]) -> usize {
    signer(b"7f3e9d1c5b2a4860", context).1 //~ hardcoded-key
}

pub fn given(key: &[u8]) -> usize {
    signer(key, b"session cookies v1").1
}
