//@ dep: rsa = "0.9"
//! A size from outside, and a number that is no size.

use rsa::rand_core::OsRng;
use rsa::{BigUint, RsaPrivateKey};

pub fn key(bits: Option<usize>) -> Option<RsaPrivateKey> {
    RsaPrivateKey::new(&mut OsRng, bits.unwrap_or(4096)).ok()
}

pub fn chunk(key: &RsaPrivateKey) -> (BigUint, usize) {
    (BigUint::from(1024u32), key.validate().map_or(0, |()| 512))
}
