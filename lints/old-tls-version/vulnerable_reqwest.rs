//@ dep: reqwest = { version = "0.12", features = ["native-tls"] }
//! The client of a bank.

use reqwest::{Client, tls};

/// Agrees to TLS 1.0 if the server proposes it.
pub fn client() -> reqwest::Result<Client> {
    Client::builder().min_tls_version(tls::Version::TLS_1_0).build() //~ old-tls-version
}
