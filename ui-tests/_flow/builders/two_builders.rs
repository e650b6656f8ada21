//@ dep: reqwest = "0.12"
//! Two builders are not taken for each other.

use reqwest::{Client, ClientBuilder};

pub fn pair() -> (ClientBuilder, ClientBuilder) {
    let inside = Client::builder().danger_accept_invalid_certs(true); //~ disabled-certificate-check
    let outside = Client::builder().danger_accept_invalid_certs(true);
    let outside = outside.danger_accept_invalid_certs(false);
    (inside, outside)
}
