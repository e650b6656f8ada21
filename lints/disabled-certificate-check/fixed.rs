//@ dep: reqwest = "0.12"
//! The client of the billing service.

use reqwest::{Certificate, Client, Error};

/// The service has a certificate of the company's own authority: trust that one in addition.
pub fn client(authority: &[u8]) -> Result<Client, Error> {
    Client::builder()
        .https_only(true)
        .add_root_certificate(Certificate::from_pem(authority)?)
        .build()
}
