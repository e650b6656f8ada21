//@ dep: tracing = "0.1"
//@ dep: serde = { version = "1", features = ["derive"] }
//@ dep: serde_json = "1"
//! A value is made a text of, with all that it has, and that is logged.

use serde::Serialize;
use tracing::{debug, info};

#[derive(Serialize)]
pub struct Mailbox {
    pub address: String,
    pub password: String,
}

#[derive(Serialize)]
pub struct Shown {
    pub address: String,
    #[serde(skip_serializing)]
    pub password: String,
}

pub fn start(mailbox: &Mailbox) {
    info!("mailbox {}", serde_json::to_string(mailbox).unwrap_or_default()); //~ secret-in-log
}

pub fn restart(mailbox: &Mailbox) -> Result<(), serde_json::Error> {
    let text = serde_json::to_string_pretty(mailbox)?;
    debug!("mailbox {text}"); //~ secret-in-log
    Ok(())
}

pub fn show(shown: &Shown) {
    info!("mailbox {}", serde_json::to_string(shown).unwrap_or_default());
}

pub fn store(mailbox: &Mailbox) -> Result<String, serde_json::Error> {
    let text = serde_json::to_string(mailbox)?;
    debug!("{} bytes", text.len());
    Ok(text)
}
