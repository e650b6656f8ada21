//@ dep: chacha20poly1305 = "0.10"
//! A field that only the constructor sets, in a trait's method.

use chacha20poly1305::aead::{Aead, Error};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

pub trait Seal {
    fn seal(&self, message: &[u8]) -> Result<Vec<u8>, Error>;
}

pub struct Stream {
    cipher: XChaCha20Poly1305,
    start: XNonce,
}

impl Stream {
    pub fn new(cipher: XChaCha20Poly1305, start: XNonce) -> Stream {
        Stream { cipher, start }
    }
}

impl Seal for Stream {
    fn seal(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        self.cipher.encrypt(&self.start, message) //~ nonce-reuse
    }
}
