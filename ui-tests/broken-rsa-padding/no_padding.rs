//@ dep: openssl = "0.10"
//! Textbook RSA.

use openssl::error::ErrorStack;
use openssl::pkey::Public;
use openssl::rsa::{Padding, Rsa};

const PADDING: Padding = Padding::NONE;

pub fn raise(key: &Rsa<Public>, block: &[u8], out: &mut [u8]) -> Result<usize, ErrorStack> {
    key.public_encrypt(block, out, PADDING) //~ broken-rsa-padding
}
