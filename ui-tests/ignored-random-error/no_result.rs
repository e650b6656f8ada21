//@ dep: rand = "0.8"
//! Calls that cannot fail, and results of other things.

use rand::RngCore;

pub fn key(path: &std::path::Path) -> [u8; 32] {
    let mut key = [0u8; 32];
    let _ = rand::thread_rng().fill_bytes(&mut key);
    let _ = std::fs::remove_file(path);
    key
}
