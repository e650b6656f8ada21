//@ dep: jsonwebtoken = "9"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Issues the token that a browser shows on every request.

use jsonwebtoken::errors::Error;
use jsonwebtoken::{EncodingKey, Header, encode};
use serde::Serialize;

/// Who the bearer is, and until when.
#[derive(Serialize)]
pub struct Claims {
    /// The account.
    pub sub: String,
    /// Seconds since 1970.
    pub exp: u64,
}

/// Whoever reads the source can issue a token for any account.
pub fn issue(claims: &Claims) -> Result<String, Error> {
    let key = EncodingKey::from_secret(b"do not tell anybody"); //~ hardcoded-key
    encode(&Header::default(), claims, &key)
}
