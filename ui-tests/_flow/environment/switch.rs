//@ dep: reqwest = "0.12"
//! A switch that only the environment turns on is the user's decision, one that is on without the variable is not.

use reqwest::{Client, Error};

pub fn decided_by_user() -> Result<Client, Error> {
    let lax = std::env::var("LEDGER_LAX").is_ok_and(|value| value == "1");
    Client::builder().danger_accept_invalid_certs(lax).build()
}

pub fn on_without_variable() -> Result<Client, Error> {
    let lax = std::env::var("LEDGER_LAX").ok().and_then(|value| value.parse().ok()).unwrap_or(true);
    Client::builder().danger_accept_invalid_certs(lax).build() //~ disabled-certificate-check
}

pub fn off_without_variable() -> Result<Client, Error> {
    let lax = std::env::var("LEDGER_LAX").ok().and_then(|value| value.parse().ok()).unwrap_or(false);
    Client::builder().danger_accept_invalid_certs(lax).build()
}
