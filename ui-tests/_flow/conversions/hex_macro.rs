//@ dep: aes = "0.8"
//@ dep: cbc = "0.1"
//@ dep: hex-literal = "0.4"
//! `hex!` spells a vector out at compile time.

use aes::Aes256;
use aes::cipher::KeyIvInit;
use cbc::Encryptor;
use hex_literal::hex;

pub fn constant(key: &[u8]) -> Option<Encryptor<Aes256>> {
    let iv = hex!("000102030405060708090a0b0c0d0e0f");
    Encryptor::<Aes256>::new_from_slices(key, &iv).ok() //~ hardcoded-nonce
}

pub fn given(key: &[u8], iv: [u8; 16]) -> Option<Encryptor<Aes256>> {
    Encryptor::<Aes256>::new_from_slices(key, &iv).ok()
}
