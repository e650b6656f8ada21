//@ dep: ring = "0.17"
//! What comes wrapped in `Option` or `Result` is followed through `?`.

use ring::hmac;

fn built_in() -> Option<&'static [u8]> {
    Some(b"0f1e2d3c4b5a6978")
}

fn from_disk() -> std::io::Result<Vec<u8>> {
    std::fs::read("/run/keys/signing")
}

pub fn fixed() -> Option<hmac::Key> {
    let key = built_in()?;
    Some(hmac::Key::new(hmac::HMAC_SHA256, key)) //~ hardcoded-key
}

pub fn loaded() -> std::io::Result<hmac::Key> {
    let key = from_disk()?;
    Ok(hmac::Key::new(hmac::HMAC_SHA256, &key))
}
