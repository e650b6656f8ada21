//@ dep: jsonwebtoken = "9"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Finds out who sent a request.

use jsonwebtoken::errors::Error;
use jsonwebtoken::{DecodingKey, Validation, decode};
use serde::Deserialize;

/// Who the bearer is.
#[derive(Deserialize)]
pub struct Claims {
    /// The account.
    pub sub: String,
}

/// Whatever account the sender writes into the token is believed.
pub fn account(token: &str, key: &DecodingKey) -> Result<String, Error> {
    let mut validation = Validation::default();
    validation.insecure_disable_signature_validation(); //~ disabled-jwt-validation
    Ok(decode::<Claims>(token, key, &validation)?.claims.sub)
}
