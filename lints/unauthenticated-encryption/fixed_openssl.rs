//@ dep: openssl = "0.10"
//! Encrypts the state that a browser carries.

use openssl::error::ErrorStack;
use openssl::symm::{self, Cipher};

pub fn seal(key: &[u8; 32], iv: &[u8; 12], state: &[u8]) -> Result<(Vec<u8>, [u8; 16]), ErrorStack> {
    let mut tag = [0; 16];
    let sealed = symm::encrypt_aead(Cipher::aes_256_gcm(), key, Some(iv), b"state", state, &mut tag)?;
    Ok((sealed, tag))
}
