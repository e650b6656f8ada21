//@ dep: jsonwebtoken = "9"
//! Options that were used with the bad value, and options that were used after it.

use jsonwebtoken::{DecodingKey, TokenData, Validation, decode};
use serde_json::Value;

type Claims = jsonwebtoken::errors::Result<TokenData<Value>>;

pub fn bad(token: &str, key: &DecodingKey) -> (Claims, Claims) {
    let mut validation = Validation::default();
    validation.validate_exp = false; //~ disabled-jwt-validation
    let first = decode(token, key, &validation);
    validation.validate_exp = true;
    (first, decode(token, key, &validation))
}

pub fn good(token: &str, key: &DecodingKey) -> Claims {
    let mut validation = Validation::default();
    validation.validate_exp = false;
    validation.validate_exp = true;
    decode(token, key, &validation)
}
