//@ dep: rand = "0.8"
//! A generator that is kept in a field, and what is drawn from it.

use rand::distributions::{Alphanumeric, DistString};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::sync::Mutex;

pub struct Sessions {
    rng: StdRng,
}

impl Sessions {
    pub fn new() -> Self {
        Sessions { rng: StdRng::seed_from_u64(42) }
    }

    pub fn open(&mut self) -> String {
        let token: String = (0..32).map(|_| self.rng.sample(Alphanumeric) as char).collect();
        //~^ predictable-seed
        token
    }

    pub fn reset_token(&mut self) -> String {
        Alphanumeric.sample_string(&mut self.rng, 24)
    }
}

pub struct Shared {
    rng: Mutex<StdRng>,
}

impl Shared {
    pub fn new() -> Self {
        let rng = StdRng::seed_from_u64(7);
        Shared { rng: Mutex::new(rng) }
    }

    pub fn csrf(&self) -> [u8; 16] {
        //~^ predictable-seed
        let token: [u8; 16] = self.rng.lock().unwrap().gen();
        token
    }
}

/// Seeded by the operating system.
pub struct Fresh {
    rng: StdRng,
}

impl Fresh {
    pub fn new() -> Self {
        Fresh { rng: StdRng::from_entropy() }
    }

    pub fn reset_token(&mut self) -> String {
        Alphanumeric.sample_string(&mut self.rng, 24)
    }
}

/// Seeded by a constant at first, and by the operating system before anybody draws.
pub struct Replaced {
    rng: StdRng,
}

impl Replaced {
    pub fn new() -> Self {
        Replaced { rng: StdRng::seed_from_u64(0) }
    }

    pub fn start(&mut self) {
        self.rng = StdRng::from_entropy();
    }

    pub fn reset_token(&mut self) -> String {
        Alphanumeric.sample_string(&mut self.rng, 24)
    }
}

/// Nothing of it is a secret.
pub struct Dice {
    rng: StdRng,
}

impl Dice {
    pub fn new() -> Self {
        Dice { rng: StdRng::seed_from_u64(1) }
    }

    pub fn roll(&mut self) -> u8 {
        self.rng.gen_range(1..=6)
    }
}
