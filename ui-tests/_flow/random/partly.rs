//@ dep: chacha20poly1305 = "0.10"
//@ dep: rand = "0.8"
//! A constant prefix and a random rest are a nonce; a random prefix of other data is not.

use chacha20poly1305::aead::{Aead, Error};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::RngCore;
use rand::rngs::OsRng;

pub fn random_rest(cipher: &XChaCha20Poly1305, text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = *b"ledger-start-of-the-box!";
    OsRng.fill_bytes(&mut nonce[8..]);
    cipher.encrypt(XNonce::from_slice(&nonce), text)
}

pub fn random_text(cipher: &XChaCha20Poly1305, text: &mut [u8]) -> Result<Vec<u8>, Error> {
    let nonce = *b"ledger-start-of-the-box!";
    OsRng.fill_bytes(&mut text[..8]);
    cipher.encrypt(XNonce::from_slice(&nonce), &*text) //~ hardcoded-nonce
}
