//@ dep: getrandom = "0.2"
//@ dep: rand = "0.8"
//! Generators that are secure.

use rand::rngs::{OsRng, StdRng};
use rand::{Rng, RngCore, SeedableRng};

pub fn session_token() -> u128 {
    rand::thread_rng().r#gen()
}

pub fn reset_token() -> u128 {
    StdRng::from_entropy().r#gen()
}

pub fn new_key() -> Result<[u8; 32], getrandom::Error> {
    let (mut key, mut other_key) = ([0; 32], [0; 32]);
    OsRng.fill_bytes(&mut key);
    getrandom::getrandom(&mut other_key)?;
    Ok(if key == [0; 32] { other_key } else { key })
}
