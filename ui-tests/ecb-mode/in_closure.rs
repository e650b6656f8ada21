//@ dep: openssl = "0.10"
//! In a closure, in an argument.

use openssl::error::ErrorStack;
use openssl::symm::{Cipher, encrypt};

pub fn seal_all(key: &[u8], rows: &[Vec<u8>]) -> Result<Vec<Vec<u8>>, ErrorStack> {
    rows.iter().map(|row| encrypt(Cipher::aes_128_ecb(), key, None, row)).collect() //~ ecb-mode
}
