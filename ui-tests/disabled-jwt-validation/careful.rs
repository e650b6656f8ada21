//@ dep: jsonwebtoken = "9"
//! Switches in their careful position, and the header read to choose a key.

use std::collections::HashMap;

use jsonwebtoken::errors::Error;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode_header};

pub fn validation() -> Validation {
    let mut validation = Validation::new(Algorithm::ES256);
    validation.validate_exp = true;
    validation.validate_nbf = true;
    validation.leeway = 60;
    validation.set_audience(&["shop"]);
    validation.set_issuer(&["https://login.example.org"]);
    validation
}

pub fn key<'a>(token: &str, keys: &'a HashMap<String, DecodingKey>) -> Result<Option<&'a DecodingKey>, Error> {
    Ok(decode_header(token)?.kid.and_then(|kid| keys.get(&kid)))
}
