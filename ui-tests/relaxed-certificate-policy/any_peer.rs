//@ dep: sqlx = { version = "0.8", features = ["postgres", "mysql", "runtime-tokio"] }
//@ profile: audit
//! Encryption to whoever answers.

use sqlx::mysql::{MySqlConnectOptions, MySqlSslMode};
use sqlx::postgres::{PgConnectOptions, PgPool, PgSslMode};

pub fn postgres(host: &str) -> PgConnectOptions {
    PgConnectOptions::new().host(host).ssl_mode(PgSslMode::Require) //~ relaxed-certificate-policy
}

pub fn mysql(host: &str) -> MySqlConnectOptions {
    MySqlConnectOptions::new().host(host).ssl_mode(MySqlSslMode::Required) //~ relaxed-certificate-policy
}

pub async fn by_url() -> Result<PgPool, sqlx::Error> {
    PgPool::connect("postgres://app@db.example.com/app?sslmode=require").await //~ relaxed-certificate-policy
}

pub fn verified(host: &str) -> PgConnectOptions {
    PgConnectOptions::new().host(host).ssl_mode(PgSslMode::VerifyFull)
}
