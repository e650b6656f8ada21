//@ dep: reqwest = "0.12"
//! A function of the workspace sets what it is told to.

use reqwest::{Client, ClientBuilder};

fn relaxed(builder: ClientBuilder, relaxed: bool) -> ClientBuilder {
    builder.danger_accept_invalid_certs(relaxed)
}

pub fn bad() -> ClientBuilder {
    relaxed(Client::builder(), true) //~ disabled-certificate-check
}

pub fn good() -> ClientBuilder {
    relaxed(Client::builder(), false)
}

pub fn made_good() -> ClientBuilder {
    relaxed(Client::builder(), true).danger_accept_invalid_certs(false)
}
