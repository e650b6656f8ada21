//@ dep: ed25519-dalek = { version = "2", features = ["rand_core"] }
//@ dep: rand_chacha = "0.3"
//! A library draws the key from the generator.

use ed25519_dalek::SigningKey;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

const SEED: [u8; 32] = *b"the network of the first release";

pub fn node_identity() -> SigningKey {
    let mut rng = ChaCha20Rng::from_seed(SEED);
    SigningKey::generate(&mut rng) //~ predictable-seed
}
