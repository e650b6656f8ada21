//@ dep: reqwest = "0.12"
//@ dep: tokio-postgres = "0.7"
//! A password reaches a service through a variable, and one comes from a file.

use reqwest::{Client, RequestBuilder};
use tokio_postgres::Config;

pub fn constant(client: &Client) -> RequestBuilder {
    let typed = "Quai-7-Rotterdam"; //~ hardcoded-secret
    client.get("https://ledger.example/").basic_auth("ledger", Some(typed))
}

pub fn database() -> Config {
    let typed = String::from("Quai-8-Rotterdam"); //~ hardcoded-secret
    let mut config = Config::new();
    config.user("ledger").password(typed);
    config
}

pub fn from_file(client: &Client) -> std::io::Result<RequestBuilder> {
    let typed = std::fs::read_to_string("/run/secrets/ledger")?;
    Ok(client.get("https://ledger.example/").basic_auth("ledger", Some(typed.trim())))
}
