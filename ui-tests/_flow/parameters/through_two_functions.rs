//@ dep: ring = "0.17"
//! A key handed from function to function; another one read from the environment on the same way.

use ring::hmac;

pub fn fixed() -> hmac::Key {
    outer(b"e5b1c0d2a4978f6631") //~ hardcoded-key
}

pub fn configured() -> Option<hmac::Key> {
    let raw = std::env::var("SIGNING_KEY").ok()?;
    Some(outer(raw.as_bytes()))
}

fn outer(raw: &[u8]) -> hmac::Key {
    inner(raw)
}

fn inner(raw: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, raw)
}
