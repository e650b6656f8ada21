//@ dep: reqwest = { version = "0.12", features = ["native-tls"] }
//! The client of a bank.

use reqwest::{Client, tls};

/// Insists on TLS 1.2.
pub fn client() -> reqwest::Result<Client> {
    Client::builder().min_tls_version(tls::Version::TLS_1_2).build()
}
