//@ dep: reqwest = "0.12"
//! A function that calls itself has no say in its own favour, and what a trait of a library asks for anybody may call.

use reqwest::{Client, ClientBuilder};

pub fn insecure(builder: ClientBuilder, skip: bool) -> ClientBuilder {
    let builder = builder.danger_accept_invalid_certs(true); //~ disabled-certificate-check
    match skip {
        true => insecure(builder, false),
        false => builder,
    }
}

pub struct Insecure(pub Client);

impl Default for Insecure {
    fn default() -> Insecure {
        let builder = Client::builder().danger_accept_invalid_certs(true); //~ disabled-certificate-check
        Insecure(builder.build().unwrap_or_default())
    }
}

pub fn chosen(insecure: bool) -> Option<Insecure> {
    if insecure { Some(Insecure::default()) } else { None }
}
