//@ dep: ring = "0.17"
//! A returned tuple keeps its parts apart.

use ring::hmac;

fn pair() -> (Vec<u8>, Vec<u8>) {
    (b"a1b2c3d4e5f60718".to_vec(), std::fs::read("/run/keys/second").unwrap_or_default())
}

pub fn first() -> hmac::Key {
    let (key, _) = pair();
    hmac::Key::new(hmac::HMAC_SHA256, &key) //~ hardcoded-key
}

pub fn second() -> hmac::Key {
    let (_, key) = pair();
    hmac::Key::new(hmac::HMAC_SHA256, &key)
}
