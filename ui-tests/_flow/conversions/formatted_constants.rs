//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A text put together from constants alone is a constant; with something that is given it is not.

use hmac::{Hmac, Mac};
use sha2::Sha512;

const APPLICATION: &str = "ledger";

pub fn constant() -> Hmac<Sha512> {
    let material = format!("{APPLICATION}-{}", "wheelhouse");
    Hmac::<Sha512>::new_from_slice(material.as_bytes()).expect("any length") //~ hardcoded-key
}

pub fn given(pepper: &str) -> Hmac<Sha512> {
    let material = format!("{APPLICATION}-{pepper}");
    Hmac::<Sha512>::new_from_slice(material.as_bytes()).expect("any length")
}
