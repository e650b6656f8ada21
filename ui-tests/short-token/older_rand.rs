//@ dep: rand = "0.8"

use rand::distributions::{Alphanumeric, DistString};

pub struct Config {
    pub webhook_secret: String,
}

pub fn generate() -> Config {
    Config { webhook_secret: Alphanumeric.sample_string(&mut rand::thread_rng(), 8) } //~ short-token
}
