//@ dep: openssl = "0.10"
//@ dep: rsa = "0.9"
//@ dep: rand = "0.8"
//! What is taken where the caller gives no number.

use openssl::error::ErrorStack;
use openssl::pkey::Private;
use openssl::rsa::Rsa;
use rand::rngs::OsRng;
use rsa::RsaPrivateKey;

pub fn short(bits: Option<u32>) -> Result<Rsa<Private>, ErrorStack> {
    Rsa::generate(bits.unwrap_or(1024)) //~ weak-key-size
}

pub fn shorter(bits: Option<usize>) -> rsa::Result<RsaPrivateKey> {
    let bits = match bits {
        Some(bits) => bits,
        None => 768,
    };
    RsaPrivateKey::new(&mut OsRng, bits) //~ weak-key-size
}

pub fn long(bits: Option<u32>) -> Result<Rsa<Private>, ErrorStack> {
    Rsa::generate(bits.unwrap_or(3072))
}

pub fn asked(bits: u32) -> Result<Rsa<Private>, ErrorStack> {
    Rsa::generate(bits)
}
