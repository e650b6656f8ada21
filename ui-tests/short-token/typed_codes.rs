//@ dep: rand = "0.9"
//@ dep: nanoid = "0.4"

use rand::distr::{Alphanumeric, SampleString};

pub struct Login {
    pub otp: String,
}

pub fn token_by_mail() -> Login {
    Login { otp: Alphanumeric.sample_string(&mut rand::rng(), 6) }
}

pub fn password_reset_code() -> String {
    Alphanumeric.sample_string(&mut rand::rng(), 8)
}

pub fn password_salt() -> String {
    nanoid::format(nanoid::rngs::default, &nanoid::alphabet::SAFE, 12)
}
