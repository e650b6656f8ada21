//@ dep: rand = "0.9"
//@ dep: nanoid = "0.4"

use rand::distr::{Alphanumeric, SampleString};

const TOKEN_LENGTH: usize = 32;

pub fn session_token() -> String {
    Alphanumeric.sample_string(&mut rand::rng(), TOKEN_LENGTH)
}

pub fn api_key(length: usize) -> String {
    Alphanumeric.sample_string(&mut rand::rng(), length)
}

pub fn token() -> String {
    nanoid::format(nanoid::rngs::default, &nanoid::alphabet::SAFE, 24)
}

pub fn secret() -> String {
    nanoid::nanoid!()
}
