//@ dep: openssl = "0.10"
//! Encrypts the state that a browser carries.

use openssl::error::ErrorStack;
use openssl::symm::{self, Cipher};

pub fn seal(key: &[u8; 32], iv: &[u8; 16], state: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    symm::encrypt(Cipher::aes_256_ctr(), key, Some(iv), state) //~ unauthenticated-encryption
}
