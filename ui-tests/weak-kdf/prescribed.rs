//@ dep: openssl = "0.10"
//! What a tool of the system wrote can be read by this alone.

use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::pkcs5::{KeyIvPair, bytes_to_key};
use openssl::symm::Cipher;

pub fn key_of_openssl_file(password: &[u8], salt: &[u8]) -> Result<KeyIvPair, ErrorStack> {
    bytes_to_key(Cipher::aes_256_gcm(), MessageDigest::sha256(), password, Some(salt), 1)
}
