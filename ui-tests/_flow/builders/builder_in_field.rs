//@ dep: reqwest = "0.12"
//! A builder in a field of a struct of the workspace.

use reqwest::{Client, ClientBuilder};

pub struct Shop {
    pub name: String,
    pub builder: ClientBuilder,
}

pub fn bad(name: String) -> Shop {
    let builder = Client::builder().danger_accept_invalid_certs(true); //~ disabled-certificate-check
    Shop { name, builder }
}

pub fn good(name: String) -> Shop {
    let mut shop = Shop { name, builder: Client::builder().danger_accept_invalid_certs(true) };
    shop.builder = shop.builder.danger_accept_invalid_certs(false);
    shop
}
