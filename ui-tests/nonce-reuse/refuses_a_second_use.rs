//@ dep: chacha20poly1305 = "0.10"
//! An object that notes that it was used, and refuses then; one that only counts does not.

use chacha20poly1305::aead::{Aead, Error};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

pub struct Envelope {
    cipher: XChaCha20Poly1305,
    nonce: XNonce,
    used: bool,
}

impl Envelope {
    pub fn seal(&mut self, message: &[u8]) -> Result<Vec<u8>, Error> {
        if self.used {
            return Err(Error);
        }
        self.used = true;
        self.cipher.encrypt(&self.nonce, message)
    }
}

pub struct Box {
    cipher: XChaCha20Poly1305,
    nonce: XNonce,
    closed: bool,
}

impl Box {
    pub fn seal(&mut self, message: &[u8]) -> Result<Vec<u8>, Error> {
        if self.closed {
            return Err(Error);
        }
        self.cipher.encrypt(&self.nonce, message) //~ nonce-reuse
    }
}
