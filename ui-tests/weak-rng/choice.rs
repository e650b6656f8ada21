//@ dep: rand = "0.8"
//! Letters are picked by the generator.

use rand::SeedableRng;
use rand::rngs::{OsRng, SmallRng};
use rand::seq::SliceRandom;

const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyz23456789";

pub fn first_password() -> String {
    let mut rng = SmallRng::from_entropy(); //~ weak-rng
    (0..10).map(|_| *LETTERS.choose(&mut rng).expect("letters") as char).collect()
}

pub fn second_password() -> String {
    (0..10).map(|_| *LETTERS.choose(&mut OsRng).expect("letters") as char).collect()
}

pub fn greeting(all: &[String]) -> Option<&String> {
    all.choose(&mut SmallRng::from_entropy())
}
