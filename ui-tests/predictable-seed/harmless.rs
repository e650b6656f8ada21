//@ dep: rand = "0.8"
//! Reproducible where that is wanted, and seeds that nobody knows.

use rand::rngs::{OsRng, StdRng};
use rand::seq::SliceRandom;
use rand::{Rng, RngCore, SeedableRng};

pub fn shuffled(mut deck: Vec<u8>) -> Vec<u8> {
    deck.shuffle(&mut StdRng::seed_from_u64(7));
    deck
}

pub fn noise(seed: u64) -> f64 {
    StdRng::seed_from_u64(seed).gen()
}

pub fn token() -> u128 {
    let mut seed = [0u8; 32];
    OsRng.fill_bytes(&mut seed);
    let mut rng = StdRng::from_seed(seed);
    let token = rng.gen();
    token
}

pub fn session_token() -> u128 {
    StdRng::seed_from_u64(OsRng.next_u64()).gen()
}
