//@ dep: reqwest = "0.12"
//! The user decides whether the switch is turned back.

use reqwest::{Client, ClientBuilder};

pub struct Options {
    pub verify: bool,
}

pub fn by_option(options: &Options) -> ClientBuilder {
    let mut builder = Client::builder().danger_accept_invalid_certs(true);
    if options.verify {
        builder = builder.danger_accept_invalid_certs(false);
    }
    builder
}

pub fn by_chance(attempt: u32) -> ClientBuilder {
    let mut builder = Client::builder().danger_accept_invalid_certs(true); //~ disabled-certificate-check
    if attempt < 3 {
        builder = builder.danger_accept_invalid_certs(false);
    }
    builder
}
