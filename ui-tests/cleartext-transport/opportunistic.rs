//@ dep: sqlx = { version = "0.8", features = ["postgres", "mysql", "runtime-tokio"] }
//@ dep: lettre = "0.11"
//@ dep: tiberius = "0.12"
//@ profile: strict
//! Encryption only if the other side offers it, or none at all.

use lettre::transport::smtp::client::{Tls, TlsParameters};
use sqlx::mysql::{MySqlConnectOptions, MySqlSslMode};
use sqlx::postgres::{PgConnectOptions, PgPool, PgSslMode};

pub fn postgres(host: &str) -> PgConnectOptions {
    PgConnectOptions::new().host(host).ssl_mode(PgSslMode::Prefer) //~ cleartext-transport
}

pub fn mysql(host: &str) -> MySqlConnectOptions {
    MySqlConnectOptions::new().host(host).ssl_mode(MySqlSslMode::Preferred) //~ cleartext-transport
}

pub async fn by_url() -> Result<PgPool, sqlx::Error> {
    PgPool::connect("postgres://app@db.example.com/app?sslmode=prefer").await //~ cleartext-transport
}

pub fn mail(domain: &str) -> Result<Tls, lettre::transport::smtp::Error> {
    Ok(Tls::Opportunistic(TlsParameters::new(domain.into())?)) //~ cleartext-transport
}

pub fn sql_server(config: &mut tiberius::Config) {
    config.encryption(tiberius::EncryptionLevel::NotSupported); //~ cleartext-transport
}
