//@ dep: rand = "0.9"

use rand::distr::{Alphanumeric, SampleString};

const LENGTH: usize = 12;

fn random_text(len: usize) -> String {
    Alphanumeric.sample_string(&mut rand::rng(), len)
}

pub struct User {
    pub name: String,
    pub password: String,
    pub api_key: String,
}

pub fn invite(name: String) -> User {
    let password = random_text(8); //~ short-token
    User { name, password, api_key: random_text(LENGTH) } //~ short-token
}

pub fn upload_name() -> String {
    random_text(8)
}
