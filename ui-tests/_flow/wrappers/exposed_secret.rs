//@ dep: hmac = "0.12"
//@ dep: secrecy = "0.8"
//@ dep: sha2 = "0.10"
//! A wrapper that hides its content does not make it less constant.

use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, Secret};
use sha2::Sha256;

pub fn constant() -> Hmac<Sha256> {
    let hidden = Secret::new(String::from("correct horse battery staple"));
    Hmac::<Sha256>::new_from_slice(hidden.expose_secret().as_bytes()).expect("any length") //~ hardcoded-key
}

pub fn given(hidden: &Secret<String>) -> Hmac<Sha256> {
    Hmac::<Sha256>::new_from_slice(hidden.expose_secret().as_bytes()).expect("any length")
}
