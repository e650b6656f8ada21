//@ dep: jsonwebtoken = "9"
//! An empty secret that is written down, with a line in the log or without.
use jsonwebtoken::{EncodingKey, Header, encode};
use std::env;

pub struct Admin {
    pub jwt_secret: String,
}

pub fn warned() -> Admin {
    let jwt_secret = env::var("LEDGER_JWT_SECRET").unwrap_or_else(|_| { //~ hardcoded-secret
        eprintln!("LEDGER_JWT_SECRET is not set, tokens can be forged");
        String::new()
    });
    Admin { jwt_secret }
}

pub fn written(claims: &serde_json::Value) -> String {
    let secret = env::var("LEDGER_SECRET").unwrap_or("".to_owned());
    encode(&Header::default(), claims, &EncodingKey::from_secret(secret.as_bytes())).unwrap() //~ hardcoded-key
}

pub fn refused(claims: &serde_json::Value) -> Option<String> {
    let jwt_secret = env::var("LEDGER_JWT_SECRET").unwrap_or_default();
    if jwt_secret.is_empty() {
        return None;
    }
    encode(&Header::default(), claims, &EncodingKey::from_secret(jwt_secret.as_bytes())).ok()
}

pub fn generated() -> Admin {
    Admin { jwt_secret: env::var("LEDGER_JWT_SECRET").unwrap_or_else(|_| random()) }
}

fn random() -> String {
    loop {}
}
