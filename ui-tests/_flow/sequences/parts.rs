//@ dep: aes = "0.8"
//@ dep: cbc = "0.1"
//! One constant is cut into a key and a vector.

use aes::Aes128;
use aes::cipher::KeyIvInit;
use cbc::Encryptor;

const BOTH: &[u8; 32] = b"0123456789abcdeffedcba9876543210";

pub fn sliced(iv: &[u8]) -> Option<Encryptor<Aes128>> {
    Encryptor::<Aes128>::new_from_slices(&BOTH[..16], iv).ok() //~ hardcoded-key
}

pub fn split(key: &[u8]) -> Option<Encryptor<Aes128>> {
    let (_, iv) = BOTH.split_at(16);
    Encryptor::<Aes128>::new_from_slices(key, iv).ok() //~ hardcoded-nonce
}

pub fn given(both: &[u8; 32]) -> Option<Encryptor<Aes128>> {
    let (key, iv) = both.split_at(16);
    Encryptor::<Aes128>::new_from_slices(key, iv).ok()
}
