//@ dep: reqwest = "0.12"
//! What a condition reads tells whether the user chose it.

use reqwest::{Client, ClientBuilder};

#[derive(PartialEq)]
pub enum Stage {
    Laboratory,
    Market,
}

pub fn stage(stage: Stage) -> ClientBuilder {
    match stage {
        Stage::Laboratory => Client::builder().danger_accept_invalid_certs(true),
        Stage::Market => Client::builder(),
    }
}

pub fn compared(stage: Stage) -> ClientBuilder {
    if stage == Stage::Laboratory { Client::builder().danger_accept_invalid_certs(true) } else { Client::builder() }
}

pub fn environment() -> ClientBuilder {
    let relaxed = std::env::var("SHOP_RELAXED").is_ok();
    if relaxed { Client::builder().danger_accept_invalid_certs(true) } else { Client::builder() }
}

pub fn retries(tries: usize) -> ClientBuilder {
    if tries > 3 {
        Client::builder().danger_accept_invalid_certs(true) //~ disabled-certificate-check
    } else {
        Client::builder()
    }
}

pub fn address(host: &str) -> ClientBuilder {
    let internal = host.starts_with("10.");
    if internal {
        return Client::builder().danger_accept_invalid_certs(true); //~ disabled-certificate-check
    }
    Client::builder()
}
