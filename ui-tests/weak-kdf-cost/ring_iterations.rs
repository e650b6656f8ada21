//@ dep: ring = "0.17"
//! The hash decides how many iterations are enough.
use std::num::NonZeroU32;

use ring::pbkdf2;

static SHA512_ITERATIONS: u32 = 210_000;

pub fn credential(password: &str, salt: &[u8; 16]) -> [u8; 32] {
    let iterations = NonZeroU32::new(100_000).unwrap();
    let mut out = [0u8; 32];
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, iterations, salt, password.as_bytes(), &mut out); //~ weak-kdf-cost
    out
}

pub fn long_credential(password: &str, salt: &[u8; 16]) -> [u8; 64] {
    let iterations = NonZeroU32::new(SHA512_ITERATIONS).unwrap();
    let mut out = [0u8; 64];
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA512, iterations, salt, password.as_bytes(), &mut out);
    out
}

const FEW: NonZeroU32 = unsafe { NonZeroU32::new_unchecked(1_000) };

pub fn unchecked(password: &str, salt: &[u8; 16], out: &mut [u8; 32]) {
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, FEW, salt, password.as_bytes(), out); //~ weak-kdf-cost
}
