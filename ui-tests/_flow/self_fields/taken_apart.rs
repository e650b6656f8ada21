//@ dep: ring = "0.17"
//! A field that a pattern may borrow mutably is not taken for a constant.

use ring::hmac;

pub struct Signer {
    material: Vec<u8>,
}

impl Signer {
    pub fn new() -> Signer {
        Signer { material: b"c20ad4d76fe97759".to_vec() }
    }

    pub fn load(&mut self, raw: &[u8]) {
        let Signer { material } = self;
        material.copy_from_slice(raw);
    }

    pub fn key(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.material)
    }
}

pub fn local() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, b"c20ad4d76fe97759") //~ hardcoded-key
}
