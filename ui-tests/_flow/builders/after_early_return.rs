//@ dep: reqwest = "0.12"
//! An option of the user leaves the function before the switch; an outcome is no option.

use reqwest::{Client, ClientBuilder};

pub fn chosen(builder: ClientBuilder, verify: bool) -> ClientBuilder {
    if verify {
        return builder;
    }
    builder.danger_accept_invalid_certs(true)
}

pub fn fallback(url: &str) -> ClientBuilder {
    if reqwest::blocking::get(url).is_ok() {
        return Client::builder();
    }
    Client::builder().danger_accept_invalid_certs(true) //~ disabled-certificate-check
}
