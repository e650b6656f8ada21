//@ dep: jsonwebtoken = "9"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A secret that is empty where nobody set it.
use hmac::{Hmac, Mac};
use jsonwebtoken::{EncodingKey, Header, encode};
use sha2::Sha256;
use std::env;

pub fn issue(claims: &serde_json::Value) -> String {
    let secret = env::var("APP_SECRET").unwrap_or_default(); //~ hardcoded-secret
    encode(&Header::default(), claims, &EncodingKey::from_secret(secret.as_bytes())).unwrap()
}

pub fn is_genuine(body: &[u8], tag: &[u8]) -> bool {
    let secret = std::env::var("HOOK_SECRET").unwrap_or_default(); //~ hardcoded-secret
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(body);
    mac.verify_slice(tag).is_ok()
}

pub struct Settings {
    pub jwt_secret: String,
    pub smtp_password: String,
    pub api_key: Option<String>,
}

pub fn settings() -> Settings {
    Settings {
        jwt_secret: env::var("JWT_SECRET").unwrap_or_default(), //~ hardcoded-secret
        smtp_password: env::var("SMTP_PASSWORD").unwrap_or_default(),
        api_key: env::var("API_KEY").ok(),
    }
}

pub fn demanded(claims: &serde_json::Value) -> String {
    let secret = env::var("APP_SECRET").expect("APP_SECRET must be set");
    encode(&Header::default(), claims, &EncodingKey::from_secret(secret.as_bytes())).unwrap()
}

pub fn ttl() -> String {
    env::var("JWT_TTL").unwrap_or_default()
}
