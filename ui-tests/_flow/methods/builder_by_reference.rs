//@ dep: ring = "0.17"
//! A builder that is lent and given back: `b.key(..).label(..)` writes to `b`.

use ring::hmac;

pub struct Signer {
    key: Vec<u8>,
    label: String,
}

impl Signer {
    pub fn new() -> Signer {
        Signer { key: Vec::new(), label: String::new() }
    }

    pub fn key(&mut self, key: &[u8]) -> &mut Self {
        self.key = key.to_vec();
        self
    }

    pub fn label(&mut self, label: &str) -> &mut Self {
        self.label = label.to_owned();
        self
    }

    pub fn build(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.key)
    }
}

pub fn fixed() -> hmac::Key {
    let mut signer = Signer::new();
    signer.label("v1").key(b"c9f0f895fb98ab91");
    signer.build() //~ hardcoded-key
}

pub fn replaced(given: &[u8]) -> hmac::Key {
    let mut signer = Signer::new();
    signer.key(b"c9f0f895fb98ab91").key(given);
    signer.build()
}
