//@ dep: rand = "0.8"
//! A name that nobody reads.

use rand::RngCore;
use rand::rngs::OsRng;

pub fn key() -> [u8; 32] {
    let mut key = [0u8; 32];
    let _ignored = OsRng.try_fill_bytes(&mut key); //~ ignored-random-error
    key
}
