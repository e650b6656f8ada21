//@ dep: jsonwebtoken = "9"
//@ dep: serde = { version = "1", features = ["derive"] }
//! The function that an attribute names says what the field is when the file does not.

use jsonwebtoken::EncodingKey;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Settings {
    #[serde(default = "phrase")]
    pub jwt_secret: String,
    #[serde(default = "path")]
    pub jwt_secret_file: String,
    #[serde(default = "port")]
    pub port: u16,
    #[serde(default = "algorithm")]
    pub token_algorithm: String,
}

fn phrase() -> String {
    "Quai-7-Rotterdam".into() //~ hardcoded-secret
}

fn path() -> String {
    "/run/secrets/ledger".into()
}

fn port() -> u16 {
    8080
}

fn algorithm() -> String {
    "HS256".into()
}

pub fn signing(settings: &Settings) -> EncodingKey {
    EncodingKey::from_secret(settings.jwt_secret.as_bytes())
}
