//@ dep: fastrand = "2"
//@ dep: nanoid = "0.4"
//@ dep: rand = { version = "0.8", features = ["small_rng"] }
//@ dep: rand_pcg = "0.3"
//! What was named as a secret is filled by the generator afterwards.

use rand::distributions::{Alphanumeric, DistString};
use rand::rngs::{OsRng, SmallRng};
use rand::{Rng, RngCore, SeedableRng};

pub fn by_bytes(mut rng: SmallRng) -> Vec<u8> {
    let mut secret_key = vec![0u8; 32];
    rng.fill_bytes(&mut secret_key); //~ weak-rng
    secret_key
}

pub fn by_fill() -> [u8; 16] {
    let mut rng = rand_pcg::Pcg64::from_entropy(); //~ weak-rng
    let mut iv = [0u8; 16];
    rng.fill(&mut iv);
    iv
}

pub fn lent(salt: &mut [u8]) {
    fastrand::fill(salt); //~ weak-rng
}

pub fn by_letters() -> String {
    let mut password = String::new();
    for _ in 0..12 {
        password.push(fastrand::alphanumeric()); //~ weak-rng
    }
    password
}

pub fn by_text(mut rng: SmallRng) -> String {
    let session_id = Alphanumeric.sample_string(&mut rng, 24); //~ weak-rng
    session_id
}

pub fn by_function() -> String {
    let access_token = nanoid::nanoid!(32, &nanoid::alphabet::SAFE, nanoid::rngs::non_secure); //~ weak-rng
    access_token
}

pub fn of_the_system(salt: &mut [u8]) -> [u8; 32] {
    let mut secret_key = [0u8; 32];
    OsRng.fill_bytes(&mut secret_key);
    OsRng.fill_bytes(salt);
    secret_key
}

pub fn filled_again() -> [u8; 32] {
    let mut secret_key = [0u8; 32];
    fastrand::fill(&mut secret_key);
    OsRng.fill_bytes(&mut secret_key);
    secret_key
}

pub fn noise() -> [u8; 32] {
    let mut samples = [0u8; 32];
    fastrand::fill(&mut samples);
    samples
}

/// The key of the handshake of a WebSocket tells answers from one another.
pub fn handshake() -> [u8; 16] {
    let mut sec_key = [0u8; 16];
    fastrand::fill(&mut sec_key);
    sec_key
}
