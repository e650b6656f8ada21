//@ dep: tokio-postgres = "0.7"
//@ dep: postgres = "0.19"
//@ profile: strict
//! `NoTls` is fine on the same machine, not on the way to another one.

use tokio_postgres::NoTls;

pub async fn remote(password: &str) -> Result<tokio_postgres::Client, tokio_postgres::Error> {
    let (client, connection) = tokio_postgres::connect("host=db.example.com user=app", NoTls).await?; //~ cleartext-transport
    tokio::spawn(connection);
    drop(password.len());
    Ok(client)
}

pub fn remote_by_builder(password: &str) -> Result<postgres::Client, postgres::Error> {
    let mut config = postgres::Config::new();
    config.host("db.example.com").user("app").password(password);
    config.connect(postgres::NoTls) //~ cleartext-transport
}

pub async fn by_url() -> Result<(), tokio_postgres::Error> {
    let url = "postgresql://app@db.example.com/app";
    let (_client, connection) = tokio_postgres::connect(url, NoTls).await?; //~ cleartext-transport
    connection.await
}
