//@ dep: jsonwebtoken = "9"
//! The constant is the name of the variable, not the key.

use std::env;

use jsonwebtoken::EncodingKey;

const SECRET_KEY_VARIABLE: &str = "APP_SECRET_KEY";

pub fn signing_key() -> Result<EncodingKey, env::VarError> {
    Ok(EncodingKey::from_secret(env::var(SECRET_KEY_VARIABLE)?.as_bytes()))
}
