//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//@ dep: reqwest = "0.12"
//! Addresses from settings.

use sqlx::PgPool;

pub async fn database(address: &str) -> Result<PgPool, sqlx::Error> {
    PgPool::connect(address).await
}

pub async fn call(client: &reqwest::Client, base: &str, token: &str) -> reqwest::Result<reqwest::Response> {
    client.get(format!("{base}/v1")).bearer_auth(token).send().await
}
