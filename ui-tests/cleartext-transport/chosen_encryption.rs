//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//@ dep: lettre = "0.11"
//@ dep: tiberius = "0.12"
//@ dep: rdkafka = "0.36"
//@ dep: bollard = "0.21"
//@ profile: strict
//! Encryption that is asked for, and addresses nearby.

use lettre::transport::smtp::client::{Tls, TlsParameters};
use sqlx::postgres::{PgConnectOptions, PgPool, PgSslMode};

pub fn postgres(host: &str) -> PgConnectOptions {
    PgConnectOptions::new().host(host).ssl_mode(PgSslMode::VerifyFull)
}

pub async fn by_url() -> Result<PgPool, sqlx::Error> {
    PgPool::connect("postgres://app@localhost/app?sslmode=prefer").await
}

pub fn mail(domain: &str) -> Result<Tls, lettre::transport::smtp::Error> {
    Ok(Tls::Required(TlsParameters::new(domain.into())?))
}

pub fn sql_server(config: &mut tiberius::Config) {
    config.encryption(tiberius::EncryptionLevel::Required);
}

pub fn broker(config: &mut rdkafka::ClientConfig) {
    config.set("security.protocol", "sasl_ssl").set("client.id", "sasl_plaintext");
}

pub fn docker() -> Result<bollard::Docker, bollard::errors::Error> {
    bollard::Docker::connect_with_http("http://localhost:2375", 4, bollard::API_DEFAULT_VERSION)
}
