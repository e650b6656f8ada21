//@ dep: jsonwebtoken = "9"
//@ dep: serde = { version = "1", features = ["derive"] }
//! What only tests and builds that say that they are insecure contain, and a feature that may ship.

use jsonwebtoken::{DecodingKey, Validation, decode};

#[derive(serde::Deserialize)]
pub struct Claims {
    pub sub: String,
}

pub fn subject(token: &str, key: &DecodingKey) -> Option<String> {
    let mut validation = Validation::default();
    #[cfg(any(test, feature = "insecure"))]
    {
        validation.validate_exp = false;
    }
    decode::<Claims>(token, key, &validation).ok().map(|data| data.claims.sub)
}

pub fn device(token: &str, key: &DecodingKey) -> Option<String> {
    let mut validation = Validation::default();
    #[cfg(any(test, feature = "devices"))]
    {
        validation.validate_exp = false; //~ disabled-jwt-validation
    }
    decode::<Claims>(token, key, &validation).ok().map(|data| data.claims.sub)
}
