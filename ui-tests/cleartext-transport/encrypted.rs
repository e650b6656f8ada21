//@ dep: redis = "1"
//@ dep: reqwest = "0.12"
//@ dep: lettre = "0.11"
//! Encrypted, without an account, or with TLS asked for later.

use lettre::SmtpTransport;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use reqwest::Client;

pub fn cache() -> redis::RedisResult<redis::Client> {
    redis::Client::open("rediss://app@cache.example.com:6379/0")
}

pub async fn public(client: &Client) -> reqwest::Result<String> {
    client.get("http://weather.example.com/today").send().await?.text().await
}

pub async fn private(client: &Client, token: &str) -> reqwest::Result<String> {
    client.get("https://weather.example.com/mine").bearer_auth(token).send().await?.text().await
}

pub fn mail(parameters: TlsParameters) -> SmtpTransport {
    SmtpTransport::builder_dangerous("mail.example.com").tls(Tls::Required(parameters)).build()
}
