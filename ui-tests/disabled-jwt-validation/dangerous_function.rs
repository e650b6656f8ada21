//@ dep: jsonwebtoken = "7"
//@ dep: serde_json = "1"
//! The function of an old version.

use jsonwebtoken::errors::Error;
use jsonwebtoken::dangerous_insecure_decode;
use serde_json::Value;

pub fn account(token: &str) -> Result<Value, Error> {
    Ok(dangerous_insecure_decode::<Value>(token)?.claims) //~ disabled-jwt-validation
}
