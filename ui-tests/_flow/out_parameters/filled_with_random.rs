//@ dep: ring = "0.17"
//@ dep: rand = "0.8"
//! A buffer of zeros that another function fills with random bytes, and one that nobody fills.

use rand::RngCore;
use rand::rngs::OsRng;
use ring::hmac;

fn fill(buf: &mut [u8]) {
    OsRng.fill_bytes(buf);
}

fn look(buf: &mut [u8]) -> usize {
    buf.len()
}

pub fn random() -> hmac::Key {
    let mut key = [0u8; 32];
    fill(&mut key);
    hmac::Key::new(hmac::HMAC_SHA256, &key)
}

pub fn zeros() -> hmac::Key {
    let mut key = [0u8; 32];
    look(&mut key);
    hmac::Key::new(hmac::HMAC_SHA256, &key) //~ hardcoded-key
}
