//@ dep: openssl = "0.10"
//! What a loop replaces stays if there is nothing to go through.

use openssl::error::ErrorStack;
use openssl::symm::{Cipher, encrypt};

pub fn perhaps(candidates: &[[u8; 16]], iv: &[u8], text: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut material = *b"fedcba9876543210";
    for candidate in candidates {
        material = *candidate;
    }
    encrypt(Cipher::aes_128_cbc(), &material, Some(iv), text) //~ hardcoded-key
}

pub fn afterwards(candidates: &[[u8; 16]], last: [u8; 16], iv: &[u8], text: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut material = *b"fedcba9876543210";
    for candidate in candidates {
        material = *candidate;
    }
    if candidates.is_empty() || material != last {
        material = last;
    }
    let material = if material == last { last } else { candidates[0] };
    encrypt(Cipher::aes_128_cbc(), &material, Some(iv), text)
}
