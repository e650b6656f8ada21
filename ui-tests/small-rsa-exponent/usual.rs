//@ dep: rsa = "0.9"
//! Fermat's fourth number, and one from outside.

use rsa::rand_core::OsRng;
use rsa::{BigUint, RsaPrivateKey};

const F4: u32 = 0x1_0001;

pub fn key() -> rsa::Result<RsaPrivateKey> {
    RsaPrivateKey::new_with_exp(&mut OsRng, 3072, &BigUint::from(F4))
}

pub fn like(exponent: &BigUint) -> rsa::Result<RsaPrivateKey> {
    RsaPrivateKey::new_with_exp(&mut OsRng, 3072, exponent)
}
