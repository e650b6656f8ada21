//@ dep: getrandom = "0.3"
//@ dep: openssl = "0.10"
//! The random bytes go into another buffer than the one that is used.

use openssl::error::ErrorStack;
use openssl::symm::{Cipher, encrypt};

pub fn mixed_up(key: &[u8], text: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let iv = [0u8; 16];
    let mut padding = [0u8; 16];
    getrandom::fill(&mut padding).expect("the system has random bytes");
    encrypt(Cipher::aes_256_cbc(), key, Some(&iv), &[&padding, text].concat()) //~ hardcoded-nonce
}

pub fn right(key: &[u8], text: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut iv = [0u8; 16];
    getrandom::fill(&mut iv).expect("the system has random bytes");
    encrypt(Cipher::aes_256_cbc(), key, Some(&iv), text)
}
