//@ dep: chacha20poly1305 = "0.10"
//! The second way writes the constant.

use chacha20poly1305::aead::{Aead, Error};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};

pub fn one_way(cipher: &ChaCha20Poly1305, message: [u8; 12], text: &[u8], old: bool) -> Result<Vec<u8>, Error> {
    let mut nonce = [0u8; 12];
    if !old {
        nonce = message;
    } else {
        nonce.copy_from_slice(b"ledger-start");
    }
    cipher.encrypt(Nonce::from_slice(&nonce), text) //~ hardcoded-nonce
}

pub fn both_ways(cipher: &ChaCha20Poly1305, message: [u8; 12], text: &[u8], old: bool) -> Result<Vec<u8>, Error> {
    let mut nonce = *b"ledger-start";
    if !old {
        nonce = message;
    } else {
        nonce.copy_from_slice(&message);
    }
    cipher.encrypt(Nonce::from_slice(&nonce), text)
}
