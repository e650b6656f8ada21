//@ dep: rand = "0.8"
//@ dep: aes-gcm = "0.10"
//! The key under which backups are encrypted.

use aes_gcm::{Aes256Gcm, KeyInit};
use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng};

/// The same key at every start, on every machine.
pub fn backup_cipher() -> Aes256Gcm {
    let mut rng = StdRng::seed_from_u64(2024); //~ predictable-seed
    let mut key = [0u8; 32];
    rng.fill_bytes(&mut key);
    Aes256Gcm::new(&key.into())
}
