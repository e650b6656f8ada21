//@ dep: openssl = "0.10"
//! One of several constants, by index and by iteration.

use openssl::error::ErrorStack;
use openssl::pkey::{PKey, Private};

const ROTATION: [&[u8]; 2] = [b"the key of the first half year", b"the key of the second half year"];

pub fn indexed(period: usize) -> Result<PKey<Private>, ErrorStack> {
    PKey::hmac(ROTATION[period % 2]) //~ hardcoded-key
}

pub fn iterated() -> Result<Vec<PKey<Private>>, ErrorStack> {
    ROTATION.iter().map(|material| PKey::hmac(material)).collect() //~ hardcoded-key
}

pub fn given(rotation: &[Vec<u8>], period: usize) -> Result<PKey<Private>, ErrorStack> {
    PKey::hmac(&rotation[period % rotation.len()])
}
