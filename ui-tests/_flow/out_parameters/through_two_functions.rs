//@ dep: ring = "0.17"
//@ dep: rand = "0.8"
//! A function that lets another one fill what it was lent.

use rand::RngCore;
use ring::hmac;

fn fill(buf: &mut [u8]) {
    rand::thread_rng().fill_bytes(buf);
}

fn prepare(buf: &mut [u8; 32]) {
    fill(buf);
}

fn prepare_half(buf: &mut [u8; 32]) {
    let (head, _) = buf.split_at_mut(16);
    fill(head);
}

pub fn whole() -> hmac::Key {
    let mut key = [0u8; 32];
    prepare(&mut key);
    hmac::Key::new(hmac::HMAC_SHA256, &key)
}

pub fn half() -> hmac::Key {
    let mut key = [0u8; 32];
    prepare_half(&mut key);
    hmac::Key::new(hmac::HMAC_SHA256, &key)
}

pub fn none() -> hmac::Key {
    let key = [0u8; 32];
    hmac::Key::new(hmac::HMAC_SHA256, &key) //~ hardcoded-key
}
