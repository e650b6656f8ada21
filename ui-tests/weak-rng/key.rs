//@ dep: rand = { version = "0.8", features = ["small_rng"] }
//! A key from a generator that is made for speed.

use rand::rngs::SmallRng;
use rand::{RngCore, SeedableRng};

pub fn new_key() -> [u8; 32] {
    let mut key = [0; 32];
    let mut rng = SmallRng::from_entropy(); //~ weak-rng
    rng.fill_bytes(&mut key);
    key
}
