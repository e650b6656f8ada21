//@ dep: openssl = "0.10"
//@ dep: rsa = "0.9"
//! 2048 bits are what most programs have.

use openssl::error::ErrorStack;
use openssl::pkey::Private;
use openssl::rsa::Rsa;
use rsa::RsaPrivateKey;
use rsa::rand_core::OsRng;

pub fn both() -> Result<(Rsa<Private>, Option<RsaPrivateKey>), ErrorStack> {
    Ok((Rsa::generate(2048)?, RsaPrivateKey::new(&mut OsRng, 3072).ok()))
}
