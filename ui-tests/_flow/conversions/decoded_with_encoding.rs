//@ dep: data-encoding = "2"
//@ dep: openssl = "0.10"
//! Decoding a literal does not make it less constant; what decoding gives of a parameter is as good as the parameter.

use data_encoding::HEXLOWER;
use openssl::error::ErrorStack;
use openssl::symm::{Cipher, encrypt};

pub fn constant(iv: &[u8], text: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let material = HEXLOWER.decode(b"00112233445566778899aabbccddeeff").expect("it is hexadecimal");
    encrypt(Cipher::aes_128_cbc(), &material, Some(iv), text) //~ hardcoded-key
}

pub fn given(written: &str, iv: &[u8], text: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let material = HEXLOWER.decode(written.as_bytes()).unwrap_or_default();
    encrypt(Cipher::aes_128_cbc(), &material, Some(iv), text)
}
