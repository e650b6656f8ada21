//@ dep: openssl = "0.10"
//! RFC 9001 covers a few bits of the header; the packet has a tag of its own.

use openssl::error::ErrorStack;
use openssl::symm::{self, Cipher};

pub fn header_protection_bits(key: &[u8], counter: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    symm::encrypt(Cipher::aes_128_ctr(), key, Some(counter), &[0; 5])
}
