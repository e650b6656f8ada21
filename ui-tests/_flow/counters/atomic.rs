//@ dep: aes-gcm = "0.10"
//! A counter that threads share moves although it is a constant in the source.

use std::sync::atomic::{AtomicU64, Ordering};

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

static SENT: AtomicU64 = AtomicU64::new(1);
static FIRST: u64 = 0x0102_0304_0506;

pub fn moves(cipher: &Aes256Gcm, text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0u8; 12];
    nonce[4..].copy_from_slice(&SENT.fetch_add(1, Ordering::SeqCst).to_be_bytes());
    cipher.encrypt(Nonce::from_slice(&nonce), text)
}

pub fn stands_still(cipher: &Aes256Gcm, text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0u8; 12];
    nonce[4..].copy_from_slice(&FIRST.to_be_bytes());
    cipher.encrypt(Nonce::from_slice(&nonce), text) //~ hardcoded-nonce
}
