//@ dep: uuid = { version = "1", features = ["v4", "v7"] }
//! Random identifiers, and names that promise nothing.

use uuid::Uuid;

pub fn session_id() -> String {
    Uuid::new_v4().to_string()
}

pub struct Row {
    pub id: Uuid,
    pub token_id: Uuid,
}

pub fn row() -> Row {
    Row { id: Uuid::now_v7(), token_id: Uuid::now_v7() }
}
