//@ dep: openssl = "0.10"
//@ dep: reqwest = "0.12"
//! The switches in their careful position.

use openssl::ssl::{SslContextBuilder, SslVerifyMode};
use reqwest::Client;

const TRUST_EVERYBODY: bool = false;

pub fn client() -> reqwest::Result<Client> {
    Client::builder()
        .danger_accept_invalid_certs(false)
        .danger_accept_invalid_hostnames(TRUST_EVERYBODY)
        .build()
}

pub fn context(builder: &mut SslContextBuilder) {
    builder.set_verify(SslVerifyMode::PEER | SslVerifyMode::FAIL_IF_NO_PEER_CERT);
}
