//@ dep: ring = "0.17"
//! A write that happens on one way only leaves both values; a failure leaves none.

use ring::hmac;

fn override_with(key: &mut Vec<u8>, debug: bool) {
    if debug {
        *key = b"d3b07384d113edec".to_vec();
    }
}

fn load(key: &mut Vec<u8>) -> Result<(), std::io::Error> {
    let Ok(raw) = std::fs::read("/run/keys/signing") else {
        return Err(std::io::Error::other("no key"));
    };
    *key = raw;
    Ok(())
}

pub fn sometimes(mut key: Vec<u8>, debug: bool) -> hmac::Key {
    override_with(&mut key, debug);
    hmac::Key::new(hmac::HMAC_SHA256, &key) //~ hardcoded-key
}

pub fn loaded() -> Result<hmac::Key, std::io::Error> {
    let mut key = b"d3b07384d113edec".to_vec();
    load(&mut key)?;
    Ok(hmac::Key::new(hmac::HMAC_SHA256, &key))
}
