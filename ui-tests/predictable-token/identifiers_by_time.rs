//@ dep: uuid = { version = "1", features = ["v1", "v4", "v7"] }
//! Identifiers of the time are guessed whatever they are given and however they are written.

use uuid::{Context, Timestamp, Uuid};

pub fn session(node: &[u8; 6]) -> String {
    let context = Context::new(1);
    let session_id = Uuid::new_v1(Timestamp::now(&context), node); //~ predictable-token
    session_id.to_string()
}

pub fn reset(node: &[u8; 6]) -> String {
    let reset_token = Uuid::now_v1(node).simple().to_string(); //~ predictable-token
    reset_token
}

pub fn drawn() -> String {
    let reset_token = Uuid::new_v4().simple().to_string();
    reset_token
}

pub fn row(node: &[u8; 6]) -> String {
    let row_id = Uuid::now_v1(node).hyphenated().to_string();
    row_id
}
