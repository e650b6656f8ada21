//@ dep: jsonwebtoken = "9"
//! Without the variable the key is the literal.

use std::env;

use jsonwebtoken::EncodingKey;

pub fn signing_key() -> EncodingKey {
    let phrase = env::var("SIGNING_PHRASE").unwrap_or_else(|_| "correct horse battery staple".to_string());
    EncodingKey::from_secret(phrase.as_bytes()) //~ hardcoded-key
}
