//@ dep: reqwest = "0.12"
//! A branch that no option of the user guards.

use reqwest::{Client, ClientBuilder};

pub fn builder(host: &str) -> ClientBuilder {
    let builder = Client::builder();
    if host.ends_with(".example.org") {
        return builder.danger_accept_invalid_certs(true); //~ disabled-certificate-check
    }
    builder
}
