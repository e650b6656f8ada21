//@ dep: reqwest = "0.12"
//! The client of the billing service.

use reqwest::{Client, Error};

/// Anybody on the way can answer in the name of the service.
pub fn client() -> Result<Client, Error> {
    Client::builder()
        .https_only(true)
        .danger_accept_invalid_certs(true) //~ disabled-certificate-check
        .build()
}
