//@ dep: ring = "0.17"
//@ dep: rand = "0.8"
//! A random buffer that another function overwrites with a constant.

use rand::RngCore;
use rand::rngs::OsRng;
use ring::hmac;

fn reset(key: &mut [u8]) {
    key.copy_from_slice(b"00112233445566778899aabbccddeeff");
}

pub fn overwritten() -> hmac::Key {
    let mut key = [0u8; 32];
    OsRng.fill_bytes(&mut key);
    reset(&mut key);
    hmac::Key::new(hmac::HMAC_SHA256, &key) //~ hardcoded-key
}

pub fn kept() -> hmac::Key {
    let mut key = [0u8; 32];
    reset(&mut key);
    OsRng.fill_bytes(&mut key);
    hmac::Key::new(hmac::HMAC_SHA256, &key)
}
