//@ dep: reqwest = "0.12"
//! A write of another field leaves the first one as it is.

use reqwest::{Client, ClientBuilder};

pub fn bad() -> ClientBuilder {
    Client::builder()
        .danger_accept_invalid_certs(true) //~ disabled-certificate-check
        .danger_accept_invalid_hostnames(false)
}

pub fn good() -> ClientBuilder {
    Client::builder().danger_accept_invalid_certs(false).danger_accept_invalid_hostnames(false)
}
