//@ dep: sqlx = { version = "0.8", features = ["postgres", "mysql", "runtime-tokio"] }
//@ dep: lettre = "0.11"
//@ profile: audit
//! Encryption only if the other side offers it.

use lettre::transport::smtp::client::{Tls, TlsParameters};
use sqlx::mysql::{MySqlConnectOptions, MySqlSslMode};
use sqlx::postgres::{PgConnectOptions, PgPool, PgSslMode};

pub fn postgres(host: &str) -> PgConnectOptions {
    PgConnectOptions::new().host(host).ssl_mode(PgSslMode::Prefer) //~ relaxed-certificate-policy
}

pub fn mysql(host: &str) -> MySqlConnectOptions {
    MySqlConnectOptions::new().host(host).ssl_mode(MySqlSslMode::Preferred) //~ relaxed-certificate-policy
}

pub async fn by_url() -> Result<PgPool, sqlx::Error> {
    PgPool::connect("postgres://app@db.example.com/app?sslmode=prefer").await //~ relaxed-certificate-policy
}

pub fn mail(domain: &str) -> Result<Tls, lettre::transport::smtp::Error> {
    Ok(Tls::Opportunistic(TlsParameters::new(domain.into())?)) //~ relaxed-certificate-policy
}
