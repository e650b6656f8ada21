//@ dep: rand = "0.8"
//@ dep: rand_chacha = "0.3"
//@ dep: aes-gcm = "0.10"
//! Seeds that are known: a number in the source, zeros, the time.

use std::time::{SystemTime, UNIX_EPOCH};

use aes_gcm::{Aes256Gcm, KeyInit};
use rand::rngs::StdRng;
use rand::{Rng, RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;

pub fn cipher() -> Aes256Gcm {
    let mut key = [0u8; 32];
    let mut rng = StdRng::seed_from_u64(42); //~ predictable-seed
    rng.fill_bytes(&mut key);
    Aes256Gcm::new(&key.into())
}

pub fn reset_token() -> u64 {
    let mut rng = ChaCha20Rng::from_seed([0; 32]); //~ predictable-seed
    rng.gen()
}

pub fn otp() -> u32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs(); //~ predictable-seed
    let mut rng: StdRng = SeedableRng::seed_from_u64(now);
    rng.gen_range(100_000..1_000_000)
}

pub fn key() -> aes_gcm::Key<Aes256Gcm> {
    let mut rng = ChaCha20Rng::seed_from_u64(1); //~ predictable-seed
    let secret_key = Aes256Gcm::generate_key(&mut rng);
    secret_key
}
