//@ dep: reqwest = "0.12"
//! A field of the settings, handed on as it is.

use reqwest::{Client, ClientBuilder};

pub struct Settings {
    pub verify_tls: bool,
    pub accept_invalid_hostnames: bool,
}

pub fn builder(settings: &Settings) -> ClientBuilder {
    Client::builder()
        .danger_accept_invalid_certs(settings.verify_tls) //~ inverted-tls-switch
        .danger_accept_invalid_hostnames(settings.accept_invalid_hostnames)
}
