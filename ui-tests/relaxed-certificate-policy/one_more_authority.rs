//@ dep: native-tls = "0.2"
//@ dep: reqwest = "0.12"
//@ profile: audit
//! One authority more is no other policy.

use native_tls::{Certificate as Der, TlsConnector};
use reqwest::{Certificate, Client};

pub fn client(authority: Certificate) -> reqwest::Result<Client> {
    Client::builder().tls_built_in_root_certs(true).add_root_certificate(authority).build()
}

pub fn connector(authority: Der) -> native_tls::Result<TlsConnector> {
    TlsConnector::builder().disable_built_in_roots(false).add_root_certificate(authority).build()
}
