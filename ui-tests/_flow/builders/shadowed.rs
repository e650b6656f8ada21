//@ dep: reqwest = "0.12"
//! Each step has a variable of the same name.

use reqwest::{Client, ClientBuilder};

pub fn bad() -> ClientBuilder {
    let builder = Client::builder();
    let builder = builder.danger_accept_invalid_certs(false);
    let builder = builder.danger_accept_invalid_certs(true); //~ disabled-certificate-check
    builder.timeout(std::time::Duration::from_secs(5))
}

pub fn good() -> ClientBuilder {
    let builder = Client::builder();
    let builder = builder.danger_accept_invalid_certs(true);
    let builder = builder.danger_accept_invalid_certs(false);
    builder.timeout(std::time::Duration::from_secs(5))
}
