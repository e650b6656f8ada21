//@ dep: reqwest = "0.12"
//! The library says that the argument is a secret; no name does.

use reqwest::{Client, RequestBuilder};

pub fn first(client: &Client) -> RequestBuilder {
    client.get("https://example.org/").basic_auth("root", Some("Quai-7-Rotterdam")) //~ hardcoded-secret
}

pub fn second(client: &Client) -> RequestBuilder {
    client.get("https://example.org/").bearer_auth("b1946ac92492d2347c6235b4d2611184") //~ hardcoded-secret
}
