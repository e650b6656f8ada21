//@ dep: reqwest = "0.12"
//! The user of the program decides.

use reqwest::{Client, ClientBuilder};

pub struct Arguments {
    pub insecure: bool,
}

pub fn handed_on(arguments: &Arguments) -> reqwest::Result<Client> {
    Client::builder().danger_accept_invalid_certs(arguments.insecure).build()
}

pub fn in_branch(arguments: &Arguments) -> ClientBuilder {
    let mut builder = Client::builder();
    if arguments.insecure {
        builder = builder.danger_accept_invalid_certs(true);
    }
    builder
}

pub fn by_variable() -> ClientBuilder {
    Client::builder().danger_accept_invalid_certs(std::env::var("SHOP_INSECURE").is_ok())
}

pub fn by_parameter(skip_tls_verify: bool) -> ClientBuilder {
    match skip_tls_verify {
        true => Client::builder().danger_accept_invalid_certs(true),
        false => Client::builder(),
    }
}
