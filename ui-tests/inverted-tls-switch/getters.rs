//@ dep: reqwest = "0.12"
//! A getter, an option, and values that are no switches.

use reqwest::{Client, ClientBuilder};

pub struct Settings {
    verify_certs: Option<bool>,
    pub insecure_hosts: Vec<String>,
}

impl Settings {
    pub fn verify_tls(&self) -> bool {
        self.verify_certs.unwrap_or(true)
    }

    pub fn check_hosts(&self, hosts: &[String]) -> bool {
        hosts.is_empty()
    }
}

pub fn builder(settings: &Settings) -> ClientBuilder {
    settings.check_hosts(&settings.insecure_hosts);
    Client::builder()
        .danger_accept_invalid_certs(settings.verify_tls()) //~ inverted-tls-switch
        .danger_accept_invalid_hostnames(settings.verify_certs.unwrap_or(true)) //~ inverted-tls-switch
}
