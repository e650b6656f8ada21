//@ dep: rand = "0.9"
//@ dep: rand_chacha = "0.9"
//! The code that is sent by text message.

use std::time::{SystemTime, UNIX_EPOCH};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// The second in which it was sent tells the code.
pub fn generate_otp() -> u32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs()); //~ predictable-seed
    let mut rng = ChaCha20Rng::seed_from_u64(now);
    rng.random_range(100_000..1_000_000)
}
