//@ dep: rand_pcg = "0.10"
//@ dep: rand = "0.10"
//! A generator of `rand_pcg`, and one of which the type says what it is.

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Dxsm;

pub fn session_token() -> u64 {
    let mut generator: Pcg64Dxsm = rand::make_rng(); //~ weak-rng
    let session_token = generator.next_u64();
    session_token
}

pub fn strong_session_token() -> u64 {
    let mut generator: rand::rngs::StdRng = rand::make_rng();
    let session_token = generator.next_u64();
    session_token
}

pub fn dice(seed: u64) -> u64 {
    Pcg64Dxsm::seed_from_u64(seed).next_u64() % 6
}
