//@ dep: ring = "0.17"
//! In bodies inside bodies.

use ring::hmac;

pub fn signer() -> impl Fn(&[u8]) -> hmac::Tag {
    |message| hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, b"open sesame"), message) //~ hardcoded-key
}

pub async fn sign(message: Vec<u8>) -> hmac::Tag {
    let material = async { "open sesame" }.await;
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA512, material.as_bytes()), &message) //~ hardcoded-key
}
