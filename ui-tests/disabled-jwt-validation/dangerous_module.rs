//@ dep: jsonwebtoken = { version = "10", features = ["rust_crypto"] }
//@ dep: serde_json = "1"
//! The function of a later version.

use jsonwebtoken::dangerous::insecure_decode;
use jsonwebtoken::errors::Error;
use serde_json::Value;

pub fn account(token: &str) -> Result<Value, Error> {
    Ok(insecure_decode::<Value>(token)?.claims) //~ disabled-jwt-validation
}
