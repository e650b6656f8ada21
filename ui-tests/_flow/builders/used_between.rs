//@ dep: reqwest = "0.12"
//! A clone of the builder is used before the switch is turned back.

use reqwest::{Client, ClientBuilder};

fn connect(_builder: &ClientBuilder) {}

pub fn bad() -> ClientBuilder {
    let builder = Client::builder().danger_accept_invalid_certs(true); //~ disabled-certificate-check
    connect(&builder);
    builder.danger_accept_invalid_certs(false)
}

pub fn good() -> ClientBuilder {
    let builder = Client::builder().danger_accept_invalid_certs(true);
    let builder = builder.danger_accept_invalid_certs(false);
    connect(&builder);
    builder
}
