//@ dep: openssl = "0.10"
//! One round of a hash makes a key of a password.

use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::pkcs5::{KeyIvPair, bytes_to_key};
use openssl::symm::Cipher;

pub fn key_of(password: &[u8], salt: &[u8]) -> Result<KeyIvPair, ErrorStack> {
    bytes_to_key(Cipher::aes_256_gcm(), MessageDigest::sha256(), password, Some(salt), 1) //~ weak-kdf
}
