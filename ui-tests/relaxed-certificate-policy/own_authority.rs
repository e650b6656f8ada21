//@ dep: reqwest = "0.12"
//@ profile: audit
//! Only the authority of the company.

use reqwest::{Certificate, Client};

pub fn client(authority: Certificate) -> reqwest::Result<Client> {
    Client::builder()
        .tls_built_in_root_certs(false) //~ relaxed-certificate-policy
        .add_root_certificate(authority)
        .build()
}
