//@ dep: openssl = "0.10"
//! Encrypts a row of a table.

use openssl::error::ErrorStack;
use openssl::symm::{self, Cipher};

const START: [u8; 16] = *b"0123456789abcdef";

/// Rows that begin alike have ciphertexts that begin alike.
pub fn encrypt(key: &[u8], row: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    symm::encrypt(Cipher::aes_256_cbc(), key, Some(&START), row) //~ hardcoded-nonce
}
