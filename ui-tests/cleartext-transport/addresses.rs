//@ dep: redis = "1"
//@ dep: reqwest = { version = "0.12", features = ["blocking"] }
//! Addresses far away, with an account.

use reqwest::blocking::{Client, Response};

const PRICES: &str = "http://prices.example.com/v1";

pub fn cache(password: &str) -> redis::RedisResult<redis::Client> {
    let _ = password;
    redis::Client::open("redis://app@cache.example.com:6379/0") //~ cleartext-transport
}

pub fn prices(password: &str) -> reqwest::Result<Response> {
    let request = Client::new().post(PRICES);
    request.basic_auth("shop", Some(password)).send() //~ cleartext-transport
}
