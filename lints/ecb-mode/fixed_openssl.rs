//@ dep: openssl = "0.10"
//! Encrypts a record before it is stored.

use openssl::error::ErrorStack;
use openssl::rand::rand_bytes;
use openssl::symm::{self, Cipher};

/// Answers nonce, tag and ciphertext.
pub fn encrypt(key: &[u8], record: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let (mut nonce, mut tag) = ([0; 12], [0; 16]);
    rand_bytes(&mut nonce)?;
    let body = symm::encrypt_aead(Cipher::aes_256_gcm(), key, Some(&nonce), &[], record, &mut tag)?;
    Ok([&nonce[..], &tag[..], &body].concat())
}
