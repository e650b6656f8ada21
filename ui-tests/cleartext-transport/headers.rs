//@ dep: reqwest = { version = "0.12", features = ["blocking"] }
//! Credentials in a header of a request.
use reqwest::header::{ACCEPT, AUTHORIZATION};
use reqwest::{Client, Response};

pub async fn report(client: &Client, token: &str) -> reqwest::Result<Response> {
    client
        .get("http://metrics.example.com/write")
        .header(ACCEPT, "text/plain")
        .header(AUTHORIZATION, format!("Token {token}")) //~ cleartext-transport
        .send()
        .await
}

pub fn who(client: &reqwest::blocking::Client, key: &str) -> reqwest::Result<reqwest::blocking::Response> {
    client.get("http://push.example.com/me").header("X-Api-Key", key).send() //~ cleartext-transport
}

pub async fn encrypted(client: &Client, token: &str) -> reqwest::Result<Response> {
    client.get("https://metrics.example.com/write").header(AUTHORIZATION, token).send().await
}

pub async fn nothing_secret(client: &Client) -> reqwest::Result<Response> {
    client.get("http://metrics.example.com/health").header(ACCEPT, "text/plain").send().await
}

pub async fn nearby(client: &Client, token: &str) -> reqwest::Result<Response> {
    client.get("http://localhost:9000/write").header(AUTHORIZATION, token).send().await
}
