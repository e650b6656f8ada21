//@ dep: rand = "0.8"
//! A seed that the caller gives may be anything, also random.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

pub fn session_token(seed: [u8; 32]) -> u128 {
    StdRng::from_seed(seed).gen()
}
