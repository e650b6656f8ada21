//@ dep: rsa = "0.9"
//! The crate `rsa` takes a big number.

use rsa::rand_core::OsRng;
use rsa::{BigUint, RsaPrivateKey};

pub fn key() -> rsa::Result<RsaPrivateKey> {
    RsaPrivateKey::new_with_exp(&mut OsRng, 3072, &BigUint::from(3u8)) //~ small-rsa-exponent
}
