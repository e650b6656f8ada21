//@ dep: rand = "0.8"
//@ dep: rand_chacha = "0.3"
//@ dep: rsa = "0.9"
//! The buffer has the name, and the seed is a default of its type.

use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use rsa::RsaPrivateKey;

pub fn filled() -> [u8; 32] {
    let mut rng = StdRng::seed_from_u64(42); //~ predictable-seed
    let mut key = [0u8; 32];
    rng.fill_bytes(&mut key);
    key
}

pub fn by_default() -> RsaPrivateKey {
    let mut rng = ChaCha20Rng::from_seed(Default::default()); //~ predictable-seed
    RsaPrivateKey::new(&mut rng, 3072).unwrap()
}

pub fn by_system() -> [u8; 32] {
    let mut seed = Default::default();
    rand::rngs::OsRng.fill_bytes(&mut seed);
    let mut rng = ChaCha20Rng::from_seed(seed);
    let mut key = [0u8; 32];
    rng.fill_bytes(&mut key);
    key
}

pub fn noise() -> [u8; 32] {
    let mut rng = StdRng::seed_from_u64(42);
    let mut pixels = [0u8; 32];
    rng.fill_bytes(&mut pixels);
    pixels
}
