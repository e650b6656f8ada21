//@ dep: leptos = "0.8"
//! Functions of the server are served to everybody, whichever page calls them.

use leptos::prelude::*;

#[server]
pub async fn list() -> Result<Vec<String>, ServerFnError> {
    Ok(Vec::new())
}

#[server(AddNote, "/intern")]
pub async fn add(text: String) -> Result<(), ServerFnError> {
    drop(text);
    Ok(())
}

#[server(prefix = "/v2")]
pub async fn remove(id: u64) -> Result<(), ServerFnError> {
    drop(id);
    Ok(())
}

#[server(Titles, "/api", "GetJson")]
pub async fn titles() -> Result<Vec<String>, ServerFnError> {
    Ok(Vec::new())
}

#[server(input = server_fn::codec::GetUrl, endpoint = "days")]
pub async fn days() -> Result<Vec<String>, ServerFnError> {
    Ok(Vec::new())
}

#[server(Rename, "/api", "Url", "rename")]
pub async fn rename(id: u64) -> Result<(), ServerFnError> {
    drop(id);
    Ok(())
}
