//@ dep: rand = "0.8"
//! The generator is in a variant; what is drawn is known by its name only.

use rand::RngCore;
use rand::rngs::{StdRng, ThreadRng};

enum Source {
    Thread(ThreadRng),
    Seeded(StdRng),
}

pub struct Container {
    source: Source,
}

impl Container {
    pub fn header(&self) -> [u8; 12] {
        let mut nonce = [0; 12];
        match &self.source {
            Source::Thread(rng) => {
                let mut rng = rng.clone();
                rng.fill_bytes(&mut nonce);
            }
            Source::Seeded(rng) => {
                let mut rng = rng.clone(); //~ nonce-reuse
                rng.fill_bytes(&mut nonce);
            }
        }
        nonce
    }
}
