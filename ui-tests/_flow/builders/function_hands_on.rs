//@ dep: reqwest = "0.12"
//! What a function of the workspace does not set stays as it was.

use reqwest::{Client, ClientBuilder};
use std::time::Duration;

fn hurried(builder: ClientBuilder) -> ClientBuilder {
    builder.timeout(Duration::from_secs(2)).danger_accept_invalid_hostnames(false)
}

pub fn bad() -> ClientBuilder {
    let builder = Client::builder().danger_accept_invalid_certs(true); //~ disabled-certificate-check
    hurried(builder)
}

fn strict(builder: ClientBuilder) -> ClientBuilder {
    builder.danger_accept_invalid_certs(false)
}

pub fn good() -> ClientBuilder {
    strict(Client::builder().danger_accept_invalid_hostnames(false))
}
