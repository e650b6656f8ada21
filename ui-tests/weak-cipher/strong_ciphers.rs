//@ dep: aes-gcm = "0.10"
//@ dep: chacha20poly1305 = "0.10"
//@ dep: openssl = "0.10"
//! Ciphers that are fine.

use aes_gcm::{Aes128Gcm, Aes256Gcm, KeyInit};
use chacha20poly1305::ChaCha20Poly1305;
use openssl::symm::Cipher;

pub fn all(short: &[u8; 16], long: &[u8; 32]) -> (Aes128Gcm, Aes256Gcm, ChaCha20Poly1305, Cipher) {
    (Aes128Gcm::new(short.into()), Aes256Gcm::new(long.into()), ChaCha20Poly1305::new(long.into()), Cipher::aes_128_gcm())
}
