//@ dep: reqwest = "0.12"
//! Signs in at a router to ask for its state.

/// What the router says of itself.
pub async fn state(host: &str, password: &str) -> reqwest::Result<String> {
    let url = format!("https://{host}/api/state?user=admin&password={password}"); //~ secret-in-url
    reqwest::get(url).await?.text().await
}
