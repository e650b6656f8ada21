//@ dep: ring = "0.17"
//@ dep: rand = "0.8"
//! A buffer of zeros in a field that a method fills is no constant.

use rand::RngCore;
use ring::hmac;

pub struct Session {
    key: [u8; 32],
}

impl Session {
    pub fn new() -> Session {
        Session { key: [0; 32] }
    }

    pub fn start(&mut self) {
        rand::thread_rng().fill_bytes(&mut self.key);
    }

    pub fn key(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.key)
    }
}

pub struct Unfilled {
    key: [u8; 32],
}

impl Unfilled {
    pub fn new() -> Unfilled {
        Unfilled { key: [0; 32] }
    }

    pub fn key(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.key) //~ hardcoded-key
    }
}
