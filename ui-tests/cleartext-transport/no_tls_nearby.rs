//@ dep: tokio-postgres = "0.7"
//@ dep: postgres = "0.19"
//@ dep: postgres-native-tls = "0.5"
//@ profile: strict
//! Connections that need no TLS, that have it, or of which nothing is known.

use tokio_postgres::NoTls;

pub async fn same_machine() -> Result<(), tokio_postgres::Error> {
    let (_client, connection) = tokio_postgres::connect("host=localhost user=app", NoTls).await?;
    connection.await
}

pub async fn socket() -> Result<(), tokio_postgres::Error> {
    let (_client, connection) = tokio_postgres::connect("host=/run/postgresql user=app", NoTls).await?;
    connection.await
}

pub async fn container() -> Result<(), tokio_postgres::Error> {
    let (_client, connection) = tokio_postgres::connect("postgres://app@db:5432/app", NoTls).await?;
    connection.await
}

pub async fn from_settings(url: &str) -> Result<(), tokio_postgres::Error> {
    let (_client, connection) = tokio_postgres::connect(url, NoTls).await?;
    connection.await
}

pub fn with_connector(tls: postgres_native_tls::MakeTlsConnector) -> Result<postgres::Client, postgres::Error> {
    postgres::Client::connect("host=db.example.com user=app sslmode=require", tls)
}

pub fn local_by_builder() -> Result<postgres::Client, postgres::Error> {
    let mut config = postgres::Config::new();
    config.host("127.0.0.1").user("app");
    config.connect(postgres::NoTls)
}
