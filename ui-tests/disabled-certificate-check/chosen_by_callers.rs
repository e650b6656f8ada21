//@ dep: reqwest = "0.12"
//! The user of the program chose it one call up, wherever the function is named.

use reqwest::{Client, ClientBuilder};

pub struct Settings {
    pub insecure: bool,
    pub tls: bool,
}

fn make_insecure(builder: ClientBuilder) -> ClientBuilder {
    builder.danger_accept_invalid_certs(true).danger_accept_invalid_hostnames(true)
}

pub fn client(settings: &Settings) -> reqwest::Result<Client> {
    let mut builder = Client::builder();
    if settings.insecure {
        builder = make_insecure(builder);
    }
    builder.build()
}

pub fn other_client(settings: &Settings) -> reqwest::Result<Client> {
    match settings.insecure {
        true => make_insecure(Client::builder()).build(),
        false => Client::new().get("https://example.org").build().map(|_| Client::new()),
    }
}

struct Upstream;

impl Upstream {
    fn unverified(&self) -> reqwest::Result<Client> {
        Client::builder().danger_accept_invalid_certs(true).build()
    }

    fn connect(&self, insecure: bool) -> reqwest::Result<Client> {
        if insecure { self.unverified() } else { Client::builder().build() }
    }
}

pub fn upstream(insecure: bool) -> reqwest::Result<Client> {
    Upstream.connect(insecure)
}
