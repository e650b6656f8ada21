//@ dep: jsonwebtoken = "9"
//@ dep: serde_json = "1"

use jsonwebtoken::errors::Error;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde_json::Value;

pub fn claims(token: &str, key: &DecodingKey) -> Result<Value, Error> {
    let validation = Validation::new(Algorithm::EdDSA);
    Ok(decode::<Value>(token, key, &validation)?.claims)
}
