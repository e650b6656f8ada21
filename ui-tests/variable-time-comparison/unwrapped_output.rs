//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! The wrapper compares in constant time, its content does not.

use hmac::digest::CtOutput;
use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = CtOutput<Hmac<Sha256>>;

pub fn right(first: Hmac<Sha256>, second: &Tag) -> bool {
    first.finalize() == *second
}

pub fn wrong(first: Hmac<Sha256>, second: Tag) -> bool {
    first.finalize().into_bytes() == second.into_bytes() //~ variable-time-comparison
}
