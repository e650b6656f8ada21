//@ dep: reqwest = "0.12"
//! In a closure, in an asynchronous block.

use reqwest::{Client, ClientBuilder};

pub fn trusting() -> impl Fn(ClientBuilder) -> ClientBuilder {
    |builder| builder.danger_accept_invalid_certs(true) //~ disabled-certificate-check
}

pub async fn get(url: String) -> reqwest::Result<String> {
    let client = async { Client::builder().danger_accept_invalid_certs(true).build() }.await?; //~ disabled-certificate-check
    client.get(url).send().await?.text().await
}
