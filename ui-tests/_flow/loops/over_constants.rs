//@ dep: ring = "0.17"
//! A loop over written out values hands each of them on.

use ring::hmac;

pub fn tries() -> Vec<hmac::Key> {
    let mut keys = Vec::new();
    for secret in ["first-shared-secret", "second-shared-secret"] {
        keys.push(hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes())); //~ hardcoded-key
    }
    keys
}

pub fn reads() -> Vec<hmac::Key> {
    let mut keys = Vec::new();
    for name in ["FIRST_SECRET", "SECOND_SECRET"] {
        let secret = std::env::var(name).expect("the environment is complete");
        keys.push(hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()));
    }
    keys
}
