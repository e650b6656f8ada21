//@ dep: chacha20poly1305 = "0.10"
//@ dep: rand = "0.8"
//! What was copied before the buffer was filled stays what it was.

use chacha20poly1305::aead::{Aead, Error};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use rand::RngCore;

pub fn copied_too_early(cipher: &ChaCha20Poly1305, text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut bytes = *b"ledger-start";
    let nonce = bytes;
    rand::thread_rng().fill_bytes(&mut bytes);
    cipher.encrypt(Nonce::from_slice(&nonce), text) //~ hardcoded-nonce
}

pub fn copied_afterwards(cipher: &ChaCha20Poly1305, text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut bytes = *b"ledger-start";
    rand::thread_rng().fill_bytes(&mut bytes);
    let nonce = bytes;
    cipher.encrypt(Nonce::from_slice(&nonce), text)
}
