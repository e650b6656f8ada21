//@ dep: rand = { version = "0.8", features = ["small_rng"] }
//! Identifies a session.

use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};

/// The generator is made for speed; its output is not meant to resist guessing.
pub fn session_id() -> u128 {
    SmallRng::from_entropy().r#gen() //~ weak-rng
}
