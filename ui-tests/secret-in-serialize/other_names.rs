//@ dep: serde = { version = "1", features = ["derive"] }

use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub struct Usage {
    pub token_count: u64,
    pub password_policy: String,
    pub has_secret: bool,
    pub public_key: String,
}

#[derive(Deserialize)]
pub struct User {
    pub name: String,
    pub password: String,
}

#[derive(Clone)]
pub struct Internal {
    pub api_key: String,
}
