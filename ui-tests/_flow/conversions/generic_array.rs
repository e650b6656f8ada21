//@ dep: aes = "0.8"
//@ dep: cbc = "0.1"
//! The initialisation vector of a block mode as a generic array.

use aes::Aes128;
use aes::cipher::KeyIvInit;
use aes::cipher::generic_array::GenericArray;
use cbc::Encryptor;

const START: [u8; 16] = [0x24, 0x3f, 0x6a, 0x88, 0x85, 0xa3, 0x08, 0xd3, 0x13, 0x19, 0x8a, 0x2e, 0x03, 0x70, 0x73, 0x44];

pub fn constant(key: &[u8; 16]) -> Encryptor<Aes128> {
    let iv = GenericArray::clone_from_slice(&START);
    Encryptor::<Aes128>::new(key.into(), &iv) //~ hardcoded-nonce
}

pub fn given(key: &[u8; 16], start: &[u8]) -> Encryptor<Aes128> {
    let iv = GenericArray::clone_from_slice(start);
    Encryptor::<Aes128>::new(key.into(), &iv)
}
