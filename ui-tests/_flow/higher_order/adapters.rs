//@ dep: ring = "0.17"
//! Adapters of the standard library call what they are given with what they hold.

use ring::hmac;

fn signer(key: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, key)
}

pub fn fixed() -> Option<hmac::Key> {
    let key: Option<&[u8]> = Some(b"4e732ced3463d06d");
    key.map(signer) //~ hardcoded-key
}

pub fn given(key: Option<&[u8]>) -> Option<hmac::Key> {
    key.map(signer)
}
