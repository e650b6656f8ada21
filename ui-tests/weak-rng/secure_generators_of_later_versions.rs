//@ dep: rand = "0.9"
//@ edition: 2024
//! Version 0.9 has new names.

use rand::rngs::{OsRng, StdRng};
use rand::{Rng, SeedableRng, TryRngCore};

pub fn session_token() -> u128 {
    rand::rng().random()
}

pub fn reset_token() -> u128 {
    StdRng::from_os_rng().random()
}

pub fn new_key() -> Option<[u8; 32]> {
    let mut key = [0; 32];
    OsRng.try_fill_bytes(&mut key).ok()?;
    Some(key)
}
