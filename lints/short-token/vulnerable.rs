//@ dep: rand = "0.9"

use rand::distr::{Alphanumeric, SampleString};

pub struct Session {
    pub token: String,
}

pub fn start() -> Session {
    Session { token: Alphanumeric.sample_string(&mut rand::rng(), 10) } //~ short-token
}
