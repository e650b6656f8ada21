//@ dep: openssl = "0.10"
//! Encrypts a message for the archive.

use openssl::error::ErrorStack;
use openssl::rand::rand_bytes;
use openssl::symm::{self, Cipher};

/// Answers the initialisation vector, which is not secret, followed by the ciphertext.
pub fn encrypt(key: &[u8], message: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut iv = [0; 8];
    rand_bytes(&mut iv)?;
    let mut sealed = iv.to_vec();
    sealed.extend(symm::encrypt(Cipher::des_cbc(), key, Some(&iv), message)?); //~ weak-cipher
    Ok(sealed)
}
