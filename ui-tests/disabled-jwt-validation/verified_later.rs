//@ dep: jsonwebtoken = { version = "10", features = ["rust_crypto"] }
//@ dep: serde_json = "1"
//! The issuer is read to choose the key, and the token verified after that.

use jsonwebtoken::dangerous::insecure_decode;
use jsonwebtoken::errors::Error;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde_json::Value;

pub fn issued_by(token: &str, key_of: impl Fn(&Value) -> DecodingKey) -> Result<Value, Error> {
    let issuer = insecure_decode::<Value>(token)?.claims["iss"].clone();
    let validation = Validation::new(Algorithm::ES256);
    Ok(decode::<Value>(token, &key_of(&issuer), &validation)?.claims)
}
