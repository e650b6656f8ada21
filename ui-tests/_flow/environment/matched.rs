//@ dep: ring = "0.17"
//! The arm of a missing variable gives a constant, or ends the function.

use std::env;

use ring::hmac::{HMAC_SHA256, Key};

pub fn open() -> Key {
    let phrase = match env::var("LEDGER_SEAL") {
        Ok(phrase) => phrase,
        Err(_) => {
            eprintln!("LEDGER_SEAL is not set");
            String::from("correct horse battery staple")
        }
    };
    Key::new(HMAC_SHA256, phrase.as_bytes()) //~ hardcoded-key
}

pub fn closed() -> Option<Key> {
    let phrase = match env::var("LEDGER_SEAL") {
        Ok(phrase) => phrase,
        Err(_) => return None,
    };
    Some(Key::new(HMAC_SHA256, phrase.as_bytes()))
}
