//@ dep: chrono = "0.4"
//! The scope of a credential names a day and a place; it is no secret.

use chrono::Utc;

pub fn scope(account: &str) -> String {
    let day = Utc::now().format("%Y%m%d").to_string();
    let credential = format!("{account}/{day}/auto/storage/request");
    credential
}
