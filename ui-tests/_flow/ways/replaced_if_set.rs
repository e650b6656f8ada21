//@ dep: jsonwebtoken = "9"
//! A constant that a variable of the environment replaces if it is set is what signs when it is not.

use std::env;

use jsonwebtoken::EncodingKey;

pub fn open() -> EncodingKey {
    let mut phrase = String::from("correct horse battery staple");
    if let Ok(given) = env::var("LEDGER_SEAL") {
        phrase = given;
    }
    EncodingKey::from_secret(phrase.as_bytes()) //~ hardcoded-key
}

pub fn closed() -> Option<EncodingKey> {
    let mut phrase = String::from("correct horse battery staple");
    if let Ok(given) = env::var("LEDGER_SEAL") {
        phrase = given;
    } else if phrase.len() > 3 {
        return None;
    } else {
        phrase = std::fs::read_to_string("/run/secrets/seal").ok()?;
    }
    Some(EncodingKey::from_secret(phrase.as_bytes()))
}
