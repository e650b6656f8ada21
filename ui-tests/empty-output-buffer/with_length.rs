//@ dep: rand = "0.8"
//! Vectors that have got elements before they are filled.

use rand::RngCore;

pub fn made() -> Vec<u8> {
    let mut key = vec![0; 32];
    rand::thread_rng().fill_bytes(&mut key);
    key
}

pub fn resized() -> Vec<u8> {
    let mut key = Vec::with_capacity(32);
    key.resize(32, 0);
    rand::thread_rng().fill_bytes(&mut key);
    key
}

pub fn extended(prefix: &[u8]) -> Vec<u8> {
    let mut key = Vec::new();
    key.extend_from_slice(prefix);
    rand::thread_rng().fill_bytes(&mut key);
    key
}

pub fn grown_elsewhere() -> Vec<u8> {
    let mut key = Vec::new();
    grow(&mut key);
    rand::thread_rng().fill_bytes(&mut key);
    key
}

fn grow(key: &mut Vec<u8>) {
    key.push(0);
}

pub fn grown_by_another_name() -> Vec<u8> {
    let mut key = Vec::new();
    let out = &mut key;
    out.push(0);
    rand::thread_rng().fill_bytes(out);
    key
}
