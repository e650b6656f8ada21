//@ dep: reqwest = { version = "0.12", features = ["blocking"] }
//! The blocking client, and the names of hosts.

use reqwest::blocking::{Client, ClientBuilder};

pub fn client() -> reqwest::Result<Client> {
    let builder = ClientBuilder::new().danger_accept_invalid_hostnames(true); //~ disabled-certificate-check
    let builder = builder.danger_accept_invalid_certs(true); //~ disabled-certificate-check
    builder.build()
}
