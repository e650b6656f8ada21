//@ dep: reqwest = "0.12"
//! A bad switch is turned back on one way only, or on both.

use reqwest::{Client, ClientBuilder};

pub fn one_way(host: &str) -> ClientBuilder {
    let mut builder = Client::builder().danger_accept_invalid_certs(true); //~ disabled-certificate-check
    if host.ends_with(".example.org") {
        builder = builder.danger_accept_invalid_certs(false);
    }
    builder
}

pub fn both_ways(host: &str) -> ClientBuilder {
    let builder = Client::builder().danger_accept_invalid_certs(true);
    if host.ends_with(".example.org") {
        builder.danger_accept_invalid_certs(false).https_only(true)
    } else {
        builder.danger_accept_invalid_certs(false)
    }
}
