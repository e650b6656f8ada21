//@ dep: openssl = "0.10"
//! Encrypts a row of a table.

use openssl::error::ErrorStack;
use openssl::rand::rand_bytes;
use openssl::symm::{self, Cipher};

/// Answers the initialisation vector, which is not secret, followed by the ciphertext.
pub fn encrypt(key: &[u8], row: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut start = [0; 16];
    rand_bytes(&mut start)?;
    let mut sealed = start.to_vec();
    sealed.extend(symm::encrypt(Cipher::aes_256_cbc(), key, Some(&start), row)?);
    Ok(sealed)
}
