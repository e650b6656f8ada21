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

/// The key of this installation, from a file that only the service may read.
pub fn signing_key(path: &std::path::Path) -> std::io::Result<EncodingKey> {
    Ok(EncodingKey::from_secret(&std::fs::read(path)?))
}

/// A token of the claims.
pub fn issue(claims: &Claims, key: &EncodingKey) -> Result<String, Error> {
    encode(&Header::default(), claims, key)
}
