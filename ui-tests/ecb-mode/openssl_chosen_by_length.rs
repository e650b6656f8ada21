//@ dep: openssl = "0.10"
//! One finding for each arm.

use openssl::symm::Cipher;

pub fn cipher(key: &[u8]) -> Option<Cipher> {
    match key.len() {
        16 => Some(Cipher::aes_128_ecb()), //~ ecb-mode
        32 => Some(Cipher::aes_256_ecb()), //~ ecb-mode
        _ => None,
    }
}
