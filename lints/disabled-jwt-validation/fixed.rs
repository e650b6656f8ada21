//@ dep: jsonwebtoken = "9"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Finds out who sent a request.

use jsonwebtoken::errors::Error;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde::Deserialize;

/// Who the bearer is.
#[derive(Deserialize)]
pub struct Claims {
    /// The account.
    pub sub: String,
}

/// Signature, expiry and audience are checked, with the one algorithm that this service uses.
pub fn account(token: &str, key: &DecodingKey) -> Result<String, Error> {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_audience(&["notes"]);
    Ok(decode::<Claims>(token, key, &validation)?.claims.sub)
}
