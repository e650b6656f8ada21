//@ dep: reqwest = { version = "0.12", features = ["native-tls"] }
//! Good bounds, and the version as a value.

use reqwest::{Client, tls::Version};

pub fn client() -> reqwest::Result<Client> {
    Client::builder().min_tls_version(Version::TLS_1_2).max_tls_version(Version::TLS_1_3).build()
}

pub fn is_old(version: Version) -> bool {
    version == Version::TLS_1_0 || version == Version::TLS_1_1
}
