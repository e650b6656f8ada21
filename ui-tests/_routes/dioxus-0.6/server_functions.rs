//@ dep: dioxus = { version = "0.6", features = ["fullstack"] }
//! Functions of the server are served to everybody, whichever page calls them.

use dioxus::prelude::*;

#[server]
pub async fn list() -> Result<Vec<String>, ServerFnError> {
    Ok(Vec::new())
}

#[server(prefix = "/v2")]
pub async fn remove(id: u64) -> Result<(), ServerFnError> {
    drop(id);
    Ok(())
}
