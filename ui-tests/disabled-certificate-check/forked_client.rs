//@ dep: reqwest = { package = "reqwest-impersonate", version = "0.11" }
//! A fork that keeps the interface, under the name of what it was made from.

pub fn client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().impersonate(1).danger_accept_invalid_certs(true).build() //~ disabled-certificate-check
}
