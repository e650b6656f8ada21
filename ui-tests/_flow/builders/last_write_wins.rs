//@ dep: reqwest = "0.12"
//! Of two writes of the same switch the last one counts.

use reqwest::Client;

pub fn made_bad() -> reqwest::Result<Client> {
    Client::builder()
        .danger_accept_invalid_certs(false)
        .danger_accept_invalid_certs(true) //~ disabled-certificate-check
        .build()
}

pub fn made_good() -> reqwest::Result<Client> {
    Client::builder().danger_accept_invalid_certs(true).gzip(true).danger_accept_invalid_certs(false).build()
}
