//@ dep: chacha20poly1305 = "0.10"
//! The default of an array is zeros.

use chacha20poly1305::aead::{Aead, Error};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};

pub fn seal(cipher: &ChaCha20Poly1305, message: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.encrypt(&Nonce::default(), message) //~ hardcoded-nonce
}
