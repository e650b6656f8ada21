//@ dep: openssl = "0.10"
//! Encrypts a record before it is stored.

use openssl::error::ErrorStack;
use openssl::symm::{self, Cipher};

/// Records that share 16 bytes at the same place share a ciphertext block.
pub fn encrypt(key: &[u8], record: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    symm::encrypt(Cipher::aes_256_ecb(), key, None, record) //~ ecb-mode
}
