//@ dep: http_client = { package = "reqwest", version = "0.12" }
//! A renamed package and a renamed type.

use http_client::ClientBuilder as Maker;

pub fn client() -> http_client::Result<http_client::Client> {
    Maker::new()
        .user_agent("shop")
        .danger_accept_invalid_certs(true) //~ disabled-certificate-check
        .build()
}
