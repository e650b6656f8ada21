//@ dep: sha2 = "0.10"
//@ dep: hex = "0.4"
//@ dep: chrono = "0.4"
//@ dep: uuid = { version = "1", features = ["v7", "v1"] }
//! Tokens of the time.

use std::time::{SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};
use uuid::Uuid;

pub fn reset_token(user_id: u64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos(); //~ predictable-token
    hex::encode(Sha256::digest(format!("{user_id}:{now}")))
}

pub struct Session {
    pub session_id: String,
    pub created_at: i64,
}

pub fn session() -> Session {
    Session {
        session_id: format!("sess_{}", chrono::Utc::now().timestamp_millis()), //~ predictable-token
        created_at: chrono::Utc::now().timestamp(),
    }
}

pub fn api_key() -> String {
    let api_key = Uuid::now_v7().to_string(); //~ predictable-token
    api_key
}

pub fn generate_unique_filename(field_name: &str, original_filename: &str) -> String {
    let timestamp = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs(); //~ predictable-token
    let extension = original_filename.rsplit('.').next().unwrap_or("");
    if extension.is_empty() {
        format!("{field_name}_{timestamp}")
    } else {
        format!("{field_name}_{timestamp}.{extension}")
    }
}
