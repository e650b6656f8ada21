//@ dep: rand = "0.9"

use rand::Rng;
use rand::distr::{Alphanumeric, SampleString};

pub fn room_name() -> String {
    Alphanumeric.sample_string(&mut rand::rng(), 6)
}

pub fn backup_file_of_secrets() -> String {
    format!("backup-{}.json", Alphanumeric.sample_string(&mut rand::rng(), 6))
}

pub fn shuffle_ids() -> Vec<u8> {
    rand::rng().sample_iter(rand::distr::StandardUniform).take(8).collect()
}

pub fn nonce() -> Vec<u8> {
    rand::rng().sample_iter(rand::distr::StandardUniform).take(12).collect()
}
