//@ dep: rand = "0.8"
//@ dep: aes-gcm = "0.10"
//! The key under which backups are encrypted.

use aes_gcm::{Aes256Gcm, KeyInit};
use rand::RngCore;
use rand::rngs::OsRng;

/// A key that nobody has seen, to be stored with the other secrets.
pub fn backup_cipher() -> Aes256Gcm {
    let mut key = [0u8; 32];
    OsRng.fill_bytes(&mut key);
    Aes256Gcm::new(&key.into())
}
