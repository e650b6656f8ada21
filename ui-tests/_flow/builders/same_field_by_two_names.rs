//@ dep: reqwest = { version = "0.13", default-features = false, features = ["native-tls"] }
//! Two setters of version 0.13 write the same field.

use reqwest::{Client, ClientBuilder};

pub fn bad() -> ClientBuilder {
    Client::builder()
        .danger_accept_invalid_certs(false)
        .tls_danger_accept_invalid_certs(true) //~ disabled-certificate-check
}

pub fn good() -> ClientBuilder {
    Client::builder().danger_accept_invalid_certs(true).tls_danger_accept_invalid_certs(false)
}
