//@ dep: aes-gcm = "0.10"
//@ dep: openssl = "0.10"
//! Modes that have a tag.

use aes_gcm::Aes128Gcm;
use aes_gcm::aead::KeyInit;
use openssl::symm::Cipher;

pub fn modes(key: &[u8]) -> (Option<Aes128Gcm>, [Cipher; 2]) {
    (Aes128Gcm::new_from_slice(key).ok(), [Cipher::aes_256_gcm(), Cipher::chacha20_poly1305()])
}
