//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A macro of the program calls another one, and itself.

use hmac::{Hmac, Mac};
use sha2::Sha256;

macro_rules! last {
    ($only:expr) => { $only };
    ($first:expr, $($rest:expr),+) => { last!($($rest),+) };
}

macro_rules! signer {
    ($($material:tt)+) => {
        Hmac::<Sha256>::new_from_slice(last!($($material)+)).expect("any length")
    };
}

pub fn constant(given: &[u8]) -> Hmac<Sha256> {
    signer!(given, given, b"correct horse battery staple") //~ hardcoded-key
}

pub fn given(given: &[u8]) -> Hmac<Sha256> {
    signer!(b"correct horse battery staple", b"unused", given)
}
