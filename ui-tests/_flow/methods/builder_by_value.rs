//@ dep: ring = "0.17"
//! A builder that takes and gives `self`: the last write wins, other fields stay.

use ring::hmac;

pub struct Signer {
    key: Vec<u8>,
    label: String,
}

impl Signer {
    pub fn new(key: Vec<u8>) -> Self {
        Signer { key, label: String::new() }
    }

    pub fn with_key(mut self, key: &[u8]) -> Self {
        self.key = key.to_vec();
        self
    }

    pub fn with_label(mut self, label: &str) -> Self {
        self.label = label.to_owned();
        self
    }

    pub fn build(self) -> (hmac::Key, String) {
        (hmac::Key::new(hmac::HMAC_SHA256, &self.key), self.label)
    }
}

pub fn fixed(given: Vec<u8>) -> (hmac::Key, String) {
    Signer::new(given).with_key(b"8f14e45fceea167a").with_label("v1").build() //~ hardcoded-key
}

pub fn replaced(given: &[u8]) -> (hmac::Key, String) {
    Signer::new(b"8f14e45fceea167a".to_vec()).with_label("v1").with_key(given).build()
}
