//@ dep: chrono = "0.4"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: hex = "0.4"
//@ dep: uuid = { version = "1", features = ["v4", "v7"] }
//! Times beside secrets, and identifiers that guard nothing.

use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;

pub fn signed_token(key: &[u8], user_id: u64) -> String {
    let now = chrono::Utc::now().timestamp();
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(format!("{user_id}.{now}").as_bytes());
    format!("{user_id}.{now}.{}", hex::encode(mac.finalize().into_bytes()))
}

pub fn token(random_part: &str) -> String {
    let token = format!("{}-{random_part}", chrono::Utc::now().timestamp());
    token
}

pub fn session_token() -> String {
    format!("{}-{}", chrono::Utc::now().timestamp(), Uuid::new_v4())
}

pub fn row_id() -> Uuid {
    Uuid::now_v7()
}

pub fn token_expires() -> i64 {
    chrono::Utc::now().timestamp() + 3600
}

pub struct Token {
    pub token: String,
    pub issued: i64,
}

pub fn issue_token(text: String) -> Token {
    Token { token: text, issued: chrono::Utc::now().timestamp() }
}

/// Taken apart, not made.
pub fn parts(started: std::time::SystemTime) -> usize {
    let header = format!("Bearer {started:?}");
    let token: Vec<&str> = header.split(' ').collect();
    token.len()
}
