//@ dep: rand = "0.8"
//! Repeatable worlds.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

pub struct Simulation {
    rng: StdRng,
}

impl Simulation {
    pub fn new() -> Self {
        Simulation { rng: StdRng::seed_from_u64(1) }
    }

    pub fn arrival(&mut self) -> f64 {
        self.rng.gen()
    }
}

pub fn fake_password() -> u32 {
    let password = StdRng::seed_from_u64(1).gen();
    password
}
