//@ dep: reqwest = "0.12"
//! The price list of a supplier.

use reqwest::{Client, Response};

/// The token is for the supplier only.
pub async fn prices(client: &Client, token: &str) -> reqwest::Result<Response> {
    client.get("https://api.example.com/prices").bearer_auth(token).send().await
}
