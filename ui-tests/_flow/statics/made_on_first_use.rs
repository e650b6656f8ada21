//@ dep: ring = "0.17"
//! A static that is made on first use.

use std::sync::LazyLock;

use ring::hmac;

static BUILT_IN: LazyLock<Vec<u8>> = LazyLock::new(|| b"6ea9ab1baa0efb9e".to_vec());
static LOADED: LazyLock<Vec<u8>> = LazyLock::new(|| std::fs::read("/run/keys/signing").unwrap_or_default());

pub fn fixed() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &BUILT_IN) //~ hardcoded-key
}

pub fn loaded() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &LOADED)
}
