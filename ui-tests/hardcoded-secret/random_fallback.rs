//@ dep: rand = "0.8"
//! Without the variable the secret is random, or the program stops.

use std::env;

use rand::Rng;
use rand::distributions::Alphanumeric;

pub fn session_secret() -> String {
    env::var("SESSION_SECRET")
        .unwrap_or_else(|_| rand::thread_rng().sample_iter(Alphanumeric).take(32).map(char::from).collect())
}

pub fn api_token() -> String {
    env::var("API_TOKEN").expect("the variable API_TOKEN is set")
}

pub fn password() -> Option<String> {
    env::var("PASSWORD").ok().filter(|password| password != "password")
}
