//@ dep: reqwest = { version = "0.12", features = ["blocking", "native-tls"] }
//! The blocking client.

use reqwest::{blocking::Client, tls};

pub fn client() -> reqwest::Result<Client> {
    let builder = Client::builder();
    builder.min_tls_version(tls::Version::TLS_1_1).build() //~ old-tls-version
}
