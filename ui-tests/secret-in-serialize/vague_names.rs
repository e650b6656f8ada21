//@ dep: serde = { version = "1", features = ["derive"] }

use serde::Serialize;

#[derive(Serialize)]
pub struct Repository {
    pub key: String,
    pub storage_key: String,
}

#[derive(Serialize)]
pub struct Warning {
    pub code: String,
    pub token: String,
}
