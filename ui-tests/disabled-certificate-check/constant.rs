//@ dep: reqwest = "0.12"
//! The constant has a name and lives in another module.

use reqwest::Client;

mod flags {
    pub const TRUST_EVERYBODY: bool = true;
}

pub fn client() -> reqwest::Result<Client> {
    let trust = flags::TRUST_EVERYBODY;
    Client::builder().danger_accept_invalid_certs(trust).build() //~ disabled-certificate-check
}
