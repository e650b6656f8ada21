//@ dep: serde = { version = "1", features = ["derive"] }

use serde::{Deserialize, Serialize};

#[derive(Clone, Serialize, Deserialize)]
pub struct Account {
    pub email: String,
    pub totp_secret: Option<String>, //~ secret-in-serialize
    pub recovery_codes: Vec<String>,
}

#[derive(serde::Serialize)]
pub enum Integration {
    Disabled,
    Webhook { url: String, signing_key: Vec<u8> }, //~ secret-in-serialize
}
