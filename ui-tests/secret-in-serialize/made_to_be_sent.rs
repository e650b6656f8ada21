//@ dep: serde = { version = "1", features = ["derive"] }

use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub struct TokenRequest<'a> {
    pub client_id: &'a str,
    pub client_secret: &'a str,
}

#[derive(Serialize, Deserialize)]
pub struct ServerConfig {
    pub url: String,
    pub admin_password: String,
}

#[derive(Serialize)]
pub struct Credentials {
    pub username: String,
    pub password: String,
}
