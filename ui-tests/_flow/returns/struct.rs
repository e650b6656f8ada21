//@ dep: ring = "0.17"
//! A returned struct keeps its fields.

use ring::hmac;

pub struct Pair {
    pub active: Vec<u8>,
    pub previous: Vec<u8>,
}

fn load() -> Pair {
    Pair { active: std::fs::read("/run/keys/active").unwrap_or_default(), previous: b"44bd7ae60f478fae".to_vec() }
}

pub fn active() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &load().active)
}

pub fn previous() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &load().previous) //~ hardcoded-key
}
