//@ dep: ring = "0.17"
//@ dep: rand = "0.8"
//! A function that fills its buffer by calling itself.

use rand::RngCore;
use ring::hmac;

fn fill(buf: &mut [u8], tries: u32) {
    if tries == 0 {
        rand::thread_rng().fill_bytes(buf);
        return;
    }
    fill(buf, tries - 1)
}

fn spin(buf: &mut [u8], tries: u32) -> usize {
    if tries == 0 { buf.len() } else { spin(buf, tries - 1) }
}

pub fn filled() -> hmac::Key {
    let mut key = [0u8; 32];
    fill(&mut key, 3);
    hmac::Key::new(hmac::HMAC_SHA256, &key)
}

pub fn unfilled() -> hmac::Key {
    let mut key = [0u8; 32];
    spin(&mut key, 3);
    hmac::Key::new(hmac::HMAC_SHA256, &key) //~ hardcoded-key
}
