//@ dep: ring = "0.17"
//! What an `async fn` gives when it is awaited.

use ring::hmac;

async fn fetch() -> Vec<u8> {
    b"c3ab8ff13720e8ad".to_vec()
}

async fn read() -> std::io::Result<Vec<u8>> {
    std::fs::read("/run/keys/signing")
}

pub async fn fixed() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &fetch().await) //~ hardcoded-key
}

pub async fn loaded() -> std::io::Result<hmac::Key> {
    Ok(hmac::Key::new(hmac::HMAC_SHA256, &read().await?))
}
