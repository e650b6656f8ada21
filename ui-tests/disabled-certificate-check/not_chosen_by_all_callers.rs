//@ dep: reqwest = "0.12"
//! One place without a choice, none at all, a choice of something else, a function that is handed on, a test alone.

use reqwest::{Client, ClientBuilder};

pub struct Settings {
    pub insecure: bool,
    pub tls: bool,
}

fn make_insecure(builder: ClientBuilder) -> ClientBuilder {
    builder.danger_accept_invalid_certs(true) //~ disabled-certificate-check
}

pub fn client(settings: &Settings) -> reqwest::Result<Client> {
    if settings.insecure {
        return make_insecure(Client::builder()).build();
    }
    Client::builder().build()
}

pub fn probe() -> reqwest::Result<Client> {
    make_insecure(Client::builder()).build()
}

pub fn lenient(builder: ClientBuilder) -> ClientBuilder {
    builder.danger_accept_invalid_hostnames(true) //~ disabled-certificate-check
}

fn over_tls() -> reqwest::Result<Client> {
    Client::builder().danger_accept_invalid_certs(true).build() //~ disabled-certificate-check
}

pub fn connect(settings: &Settings) -> reqwest::Result<Client> {
    if settings.tls { over_tls() } else { Client::builder().build() }
}

fn relaxed(builder: ClientBuilder) -> ClientBuilder {
    builder.danger_accept_invalid_certs(true) //~ disabled-certificate-check
}

pub fn all(builders: Vec<ClientBuilder>) -> Vec<ClientBuilder> {
    builders.into_iter().map(relaxed).collect()
}

pub fn for_tests(builder: ClientBuilder) -> ClientBuilder {
    builder.danger_accept_invalid_certs(true) //~ disabled-certificate-check
}

#[cfg(test)]
mod tests {
    #[test]
    fn connects() {
        let insecure = std::env::var("INSECURE").is_ok();
        if insecure {
            super::for_tests(super::Client::builder());
        }
    }
}
