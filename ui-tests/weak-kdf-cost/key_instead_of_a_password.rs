//@ dep: openssl = "0.10"
//! A key needs no stretching, and the salt is the label of what is derived from it; a password does.

use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::pkcs5::pbkdf2_hmac;

pub fn id_key(enc_key: [u8; 32]) -> Result<[u8; 32], ErrorStack> {
    let mut out = [0u8; 32];
    pbkdf2_hmac(&enc_key, b"_id_key", 10, MessageDigest::sha256(), &mut out)?;
    Ok(out)
}

pub fn key_of(password: &[u8], salt: &[u8]) -> Result<[u8; 32], ErrorStack> {
    let mut out = [0u8; 32];
    pbkdf2_hmac(password, salt, 10, MessageDigest::sha256(), &mut out)?; //~ weak-kdf-cost
    Ok(out)
}
