//@ dep: ring = "0.17"
//! One of two branches is enough.

use ring::hmac;

pub fn key(configured: Option<&[u8]>) -> hmac::Key {
    let material = match configured {
        Some(material) => material,
        None => b"open sesame",
    };
    hmac::Key::new(hmac::HMAC_SHA256, material) //~ hardcoded-key
}
