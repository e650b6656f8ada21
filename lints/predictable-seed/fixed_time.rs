//@ dep: rand = "0.9"
//@ dep: rand_chacha = "0.9"
//! The code that is sent by text message.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// Seeded by the operating system.
pub fn generate_otp() -> u32 {
    let mut rng = ChaCha20Rng::from_os_rng();
    rng.random_range(100_000..1_000_000)
}
