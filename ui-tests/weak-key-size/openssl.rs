//@ dep: openssl = "0.10"
//! RSA and DSA.

use openssl::dsa::Dsa;
use openssl::error::ErrorStack;
use openssl::pkey::{PKey, Private};
use openssl::rsa::Rsa;

pub fn identity() -> Result<PKey<Private>, ErrorStack> {
    let rsa = Rsa::generate(1024)?; //~ weak-key-size
    PKey::from_rsa(rsa)
}

pub fn signer() -> Result<Dsa<Private>, ErrorStack> {
    let bits = 1024;
    Dsa::generate(bits) //~ weak-key-size
}
