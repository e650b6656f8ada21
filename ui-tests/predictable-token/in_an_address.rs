//@ dep: uuid = { version = "1", features = ["v1", "v4", "v7"] }
//! An identifier that becomes the token of a link.
use uuid::Uuid;

pub fn reset_link(base: &str) -> String {
    let id = Uuid::now_v7(); //~ predictable-token
    format!("{base}/reset?lang=en&token={id}")
}

pub fn reset_link_by_place(base: &str) -> String {
    let id = Uuid::now_v7(); //~ predictable-token
    format!("{}/reset?token={}", base, id)
}

pub fn session_of(when: uuid::Timestamp) -> String {
    let session_id = Uuid::new_v7(when).to_string();
    session_id
}

pub fn good_link(base: &str) -> String {
    let id = Uuid::new_v4();
    format!("{base}/reset?token={id}")
}

pub fn order_link(base: &str) -> String {
    let id = Uuid::now_v7();
    format!("{base}/orders?id={id}&page=1")
}
