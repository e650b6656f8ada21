//@ dep: ring = "0.17"
//! Made once, at the first use.

use std::sync::{LazyLock, OnceLock};

use ring::hmac;

static KEY: LazyLock<hmac::Key> = LazyLock::new(|| hmac::Key::new(hmac::HMAC_SHA256, b"open sesame")); //~ hardcoded-key

pub fn sign(message: &[u8]) -> hmac::Tag {
    hmac::sign(&KEY, message)
}

pub fn key() -> &'static hmac::Key {
    static KEY: OnceLock<hmac::Key> = OnceLock::new();
    KEY.get_or_init(|| hmac::Key::new(hmac::HMAC_SHA256, "open sesame".as_bytes())) //~ hardcoded-key
}
