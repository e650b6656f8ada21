//@ dep: reqwest = { version = "0.13", default-features = false, features = ["native-tls"] }
//! Version 0.13 has the switch under another name as well.

use reqwest::Client;

pub fn client() -> reqwest::Result<Client> {
    Client::builder()
        .tls_danger_accept_invalid_certs(true) //~ disabled-certificate-check
        .tls_danger_accept_invalid_hostnames(true) //~ disabled-certificate-check
        .build()
}
