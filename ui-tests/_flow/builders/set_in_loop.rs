//@ dep: reqwest = "0.12"
//! A switch that is set again on every round.

use reqwest::{Client, ClientBuilder};

pub fn bad(tries: u32) -> ClientBuilder {
    let mut builder = Client::builder();
    for _ in 0..tries {
        builder = builder.danger_accept_invalid_certs(false);
        builder = builder.danger_accept_invalid_certs(true); //~ disabled-certificate-check
    }
    builder
}

pub fn good(tries: u32) -> ClientBuilder {
    let mut builder = Client::builder();
    for _ in 0..tries {
        builder = builder.danger_accept_invalid_certs(true);
        builder = builder.danger_accept_invalid_certs(false);
    }
    builder
}
