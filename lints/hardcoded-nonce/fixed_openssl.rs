//@ dep: openssl = "0.10"
//! Encrypts a row of a table.

use openssl::error::ErrorStack;
use openssl::rand::rand_bytes;
use openssl::symm::{self, Cipher};

/// Answers the nonce, which is not secret, followed by the ciphertext and its tag.
pub fn encrypt(key: &[u8], row: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut nonce = [0; 12];
    rand_bytes(&mut nonce)?;
    let mut tag = [0; 16];
    let sealed = symm::encrypt_aead(Cipher::aes_256_gcm(), key, Some(&nonce), b"row", row, &mut tag)?;
    Ok([&nonce[..], &sealed, &tag].concat())
}
