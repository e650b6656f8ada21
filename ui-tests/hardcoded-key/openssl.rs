//@ dep: openssl = "0.10"
//! The key is one of several arguments; the random initialisation vector is fine.

use openssl::error::ErrorStack;
use openssl::rand::rand_bytes;
use openssl::symm::{Cipher, encrypt};

pub fn seal(message: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut start = [0; 16];
    rand_bytes(&mut start)?;
    encrypt(Cipher::aes_128_cbc(), b"0123456789abcdef", Some(&start), message) //~ hardcoded-key
}
