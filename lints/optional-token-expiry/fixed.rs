//@ dep: jsonwebtoken = "9"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Reads tokens that end.

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};

#[derive(serde::Deserialize)]
pub struct Claims {
    pub sub: String,
}

pub fn subject(token: &str, key: &DecodingKey) -> Result<String, jsonwebtoken::errors::Error> {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_required_spec_claims(&["exp", "aud"]);
    validation.set_audience(&["billing"]);
    Ok(decode::<Claims>(token, key, &validation)?.claims.sub)
}
