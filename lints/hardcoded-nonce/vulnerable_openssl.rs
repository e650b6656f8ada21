//@ dep: openssl = "0.10"
//! Encrypts a row of a table.

use openssl::error::ErrorStack;
use openssl::symm::{self, Cipher};

const NONCE: [u8; 12] = *b"0123456789ab";

/// Two rows together give away both, and the key that authenticates them.
pub fn encrypt(key: &[u8], row: &[u8], tag: &mut [u8; 16]) -> Result<Vec<u8>, ErrorStack> {
    symm::encrypt_aead(Cipher::aes_256_gcm(), key, Some(&NONCE), b"row", row, tag) //~ hardcoded-nonce
}
