//@ dep: serde = { version = "1", features = ["derive"] }

use serde::Serialize;

#[derive(Serialize)]
pub struct User {
    pub id: i64,
    pub name: String,
    #[serde(skip_serializing)]
    pub password_hash: String,
}
