//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A function of the program looks a setting up and takes what to use instead.

use hmac::{Hmac, Mac};
use sha2::Sha256;

fn setting(name: &str, instead: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| instead.to_string())
}

fn needed(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

pub fn open() -> Hmac<Sha256> {
    let phrase = setting("LEDGER_SEAL", "correct horse battery staple");
    Hmac::<Sha256>::new_from_slice(phrase.as_bytes()).expect("any length") //~ hardcoded-key
}

pub fn closed() -> Hmac<Sha256> {
    let phrase = needed("LEDGER_SEAL");
    Hmac::<Sha256>::new_from_slice(phrase.as_bytes()).expect("any length")
}
