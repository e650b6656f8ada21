//@ dep: chacha20poly1305 = "0.10"
//! A long nonce helps only if it is random.

use chacha20poly1305::aead::{Aead, Error};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

mod format {
    pub const START: &[u8] = b"the beginning of a story";
}

pub fn seal(cipher: &XChaCha20Poly1305, message: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.encrypt(XNonce::from_slice(format::START), message) //~ hardcoded-nonce
}
