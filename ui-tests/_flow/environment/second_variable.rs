//@ dep: jsonwebtoken = "9"
//! A second variable is asked before the constant is taken.

use std::env;

use jsonwebtoken::EncodingKey;

pub fn open() -> EncodingKey {
    let phrase = env::var("LEDGER_SEAL")
        .or_else(|_| env::var("APP_SEAL"))
        .unwrap_or_else(|_| "correct horse battery staple".to_owned());
    EncodingKey::from_secret(phrase.as_bytes()) //~ hardcoded-key
}

pub fn closed() -> Result<EncodingKey, env::VarError> {
    let phrase = env::var("LEDGER_SEAL").or_else(|_| env::var("APP_SEAL"))?;
    Ok(EncodingKey::from_secret(phrase.as_bytes()))
}
