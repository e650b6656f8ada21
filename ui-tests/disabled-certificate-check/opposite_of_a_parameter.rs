//@ dep: reqwest = "0.12"
//! A helper is told whether to verify, and says the opposite to the library.

use reqwest::{Client, ClientBuilder};

fn prepared(verify: bool) -> ClientBuilder {
    Client::builder().danger_accept_invalid_certs(!verify)
}

pub fn careless() -> reqwest::Result<Client> {
    prepared(false).build() //~ disabled-certificate-check
}

pub fn careful() -> reqwest::Result<Client> {
    prepared(true).build()
}

/// The user chooses.
pub fn asked(verify: bool) -> reqwest::Result<Client> {
    prepared(verify).build()
}

#[derive(Clone, Copy)]
pub struct Options {
    pub verify: bool,
    pub retries: u8,
}

impl Options {
    pub const LAX: Self = Options { verify: false, retries: 3 };
    pub const STRICT: Self = Options { verify: true, retries: 3 };
}

fn with(options: Options) -> ClientBuilder {
    let skip = !options.verify;
    Client::builder().danger_accept_invalid_certs(skip)
}

fn twice(skip: bool) -> ClientBuilder {
    prepared(!skip)
}

pub fn by_options() -> reqwest::Result<Client> {
    with(Options::LAX).build()?; //~ disabled-certificate-check
    with(Options::STRICT).build()
}

pub fn there_and_back() -> reqwest::Result<Client> {
    twice(true).build()?; //~ disabled-certificate-check
    twice(false).build()
}
