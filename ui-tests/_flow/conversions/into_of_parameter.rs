//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A function takes anything that becomes a vector.

use hmac::{Hmac, Mac};
use sha2::Sha256;

fn tag(material: impl Into<Vec<u8>>) -> Hmac<Sha256> {
    let material: Vec<u8> = material.into();
    Hmac::<Sha256>::new_from_slice(&material).expect("any length")
}

pub fn constant() -> Hmac<Sha256> {
    tag("correct horse battery staple") //~ hardcoded-key
}

pub fn given(material: Vec<u8>) -> Hmac<Sha256> {
    tag(material)
}
