//@ dep: openssl = "0.10"
//! Encrypts a message for the archive.

use openssl::error::ErrorStack;
use openssl::rand::rand_bytes;
use openssl::symm::{self, Cipher};

/// Answers the nonce and the tag, which are not secret, followed by the ciphertext.
pub fn encrypt(key: &[u8], message: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let (mut nonce, mut tag) = ([0; 12], [0; 16]);
    rand_bytes(&mut nonce)?;
    let body = symm::encrypt_aead(Cipher::aes_256_gcm(), key, Some(&nonce), &[], message, &mut tag)?;
    Ok([&nonce[..], &tag[..], &body].concat())
}
