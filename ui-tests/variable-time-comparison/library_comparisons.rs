//@ dep: blake3 = "1"
//@ dep: constant_time_eq = "0.3"
//@ dep: hmac = "0.12"
//@ dep: openssl = "0.10"
//@ dep: ring = "0.17"
//@ dep: sha2 = "0.10"
//@ dep: subtle = "2"
//! Comparisons that take the same time for any content.

use constant_time_eq::constant_time_eq;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

pub fn tokens(api_token: &str, presented: &str) -> bool {
    api_token.len() == presented.len()
        && constant_time_eq(api_token.as_bytes(), presented.as_bytes())
        && bool::from(api_token.as_bytes().ct_eq(presented.as_bytes()))
        && api_token.as_bytes().ct_eq(presented.as_bytes()).unwrap_u8() == 1
        && openssl::memcmp::eq(api_token.as_bytes(), presented.as_bytes())
}

pub fn tags(mac: Hmac<Sha256>, key: &ring::hmac::Key, message: &[u8], tag: &[u8]) -> bool {
    mac.verify_slice(tag).is_ok() && ring::hmac::verify(key, message, tag) == Ok(())
}

pub fn keyed_hashes(key: &[u8; 32], message: &[u8], tag: &blake3::Hash) -> bool {
    blake3::keyed_hash(key, message) == *tag
}
