//@ dep: reqwest = "0.12"
//! A switch kept in settings of the program.

use reqwest::{Client, Error};

#[derive(Clone, Copy)]
pub struct Tls {
    lax: bool,
}

const DEVELOPMENT: Tls = Tls { lax: true };
const PRODUCTION: Tls = Tls { lax: false };

fn client(tls: Tls) -> Result<Client, Error> {
    Client::builder().danger_accept_invalid_certs(tls.lax).build()
}

pub fn development() -> Result<Client, Error> {
    client(DEVELOPMENT) //~ disabled-certificate-check
}

pub fn production() -> Result<Client, Error> {
    client(PRODUCTION)
}
