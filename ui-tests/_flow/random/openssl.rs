//@ dep: openssl = "0.10"
//! Random bytes of OpenSSL for one of two buffers.

use openssl::error::ErrorStack;
use openssl::rand::rand_bytes;
use openssl::symm::{Cipher, Crypter, Mode};

pub fn only_vector() -> Result<Crypter, ErrorStack> {
    let (key, mut iv) = ([0u8; 32], [0u8; 16]);
    rand_bytes(&mut iv)?;
    Crypter::new(Cipher::aes_256_cbc(), Mode::Encrypt, &key, Some(&iv)) //~ hardcoded-key
}

pub fn both() -> Result<Crypter, ErrorStack> {
    let (mut key, mut iv) = ([0u8; 32], [0u8; 16]);
    rand_bytes(&mut key)?;
    rand_bytes(&mut iv)?;
    Crypter::new(Cipher::aes_256_cbc(), Mode::Encrypt, &key, Some(&iv))
}
