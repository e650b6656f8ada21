//@ dep: reqwest = "0.12"
//! Names of the same meaning, and neutral ones.

use reqwest::{Client, ClientBuilder};

pub struct Options {
    pub verify_hostname: bool,
}

pub fn builder(insecure: bool, tls_skip_verify: bool) -> ClientBuilder {
    Client::builder().danger_accept_invalid_certs(insecure).danger_accept_invalid_hostnames(tls_skip_verify)
}

pub fn neutral(flag: bool, strict: bool) -> (ClientBuilder, Options) {
    (Client::builder().danger_accept_invalid_certs(flag), Options { verify_hostname: strict })
}
