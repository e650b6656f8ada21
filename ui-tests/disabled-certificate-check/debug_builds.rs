//@ dep: reqwest = "0.12"
//! Builds for developers trust a certificate of their own; those that ship do not.

use reqwest::Client;

pub fn local_server() -> reqwest::Result<Client> {
    let mut builder = Client::builder();

    #[cfg(debug_assertions)]
    {
        builder = builder.danger_accept_invalid_certs(true);
    }

    if cfg!(debug_assertions) && std::env::var_os("LOCAL").is_some() {
        builder = builder.danger_accept_invalid_certs(true);
    }
    builder.build()
}

#[cfg(debug_assertions)]
pub fn for_developers() -> reqwest::Result<Client> {
    Client::builder().danger_accept_invalid_certs(true).build()
}

#[cfg(not(debug_assertions))]
pub fn for_nobody() -> reqwest::Result<Client> {
    Client::builder().build()
}

#[cfg(any(debug_assertions, feature = "proxy"))]
pub fn for_everybody() -> reqwest::Result<Client> {
    Client::builder().danger_accept_invalid_certs(true).build() //~ disabled-certificate-check
}
