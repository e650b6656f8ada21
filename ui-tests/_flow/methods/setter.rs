//@ dep: ring = "0.17"
//! A method with `&mut self` writes a field that another method reads.

use ring::hmac;

pub struct Signer {
    key: Vec<u8>,
}

impl Signer {
    pub fn new(key: Vec<u8>) -> Signer {
        Signer { key }
    }

    pub fn rotate(&mut self, key: &[u8]) {
        self.key = key.to_vec();
    }

    pub fn key(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.key)
    }
}

pub fn to_constant(given: Vec<u8>) -> hmac::Key {
    let mut signer = Signer::new(given);
    signer.rotate(b"45c48cce2e2d7fbd");
    signer.key() //~ hardcoded-key
}

pub fn from_constant(given: &[u8]) -> hmac::Key {
    let mut signer = Signer::new(b"45c48cce2e2d7fbd".to_vec());
    signer.rotate(given);
    signer.key()
}
