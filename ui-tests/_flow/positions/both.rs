//@ dep: aes = "0.8"
//@ dep: cbc = "0.1"
//! Two parameters arrive at two places, in the other order.

use aes::Aes256;
use aes::cipher::KeyIvInit;
use cbc::Encryptor;

fn encryptor(iv: &[u8], key: &[u8]) -> Option<Encryptor<Aes256>> {
    Encryptor::<Aes256>::new_from_slices(key, iv).ok()
}

pub fn constant_key(iv: &[u8]) -> Option<Encryptor<Aes256>> {
    encryptor(iv, b"0123456789abcdef0123456789abcdef") //~ hardcoded-key
}

pub fn constant_vector(key: &[u8]) -> Option<Encryptor<Aes256>> {
    encryptor(b"fedcba9876543210", key) //~ hardcoded-nonce
}

pub fn given(iv: &[u8], key: &[u8]) -> Option<Encryptor<Aes256>> {
    encryptor(iv, key)
}
