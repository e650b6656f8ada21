//@ dep: rand = "0.8"
//@ dep: ring = "0.17"
//! Random bytes for vectors that only have room for them.

use rand::RngCore;
use ring::rand::{SecureRandom, SystemRandom};

pub fn by_trait() -> Vec<u8> {
    let mut key = Vec::with_capacity(32);
    rand::thread_rng().fill_bytes(&mut key); //~ empty-output-buffer
    key
}

pub fn as_slice(rng: &SystemRandom) -> Vec<u8> {
    let mut nonce: Vec<u8> = Vec::new();
    nonce.reserve(12);
    rng.fill(nonce.as_mut_slice()).expect("there are random bytes"); //~ empty-output-buffer
    nonce
}

pub fn whole_range(rng: &SystemRandom) -> Vec<u8> {
    let mut salt: Vec<u8> = vec![];
    rng.fill(&mut salt[..]).expect("there are random bytes"); //~ empty-output-buffer
    salt
}

pub fn by_another_name(rng: &SystemRandom) -> Vec<u8> {
    let mut salt: Vec<u8> = Vec::new();
    let out = &mut salt;
    rng.fill({ out }).expect("there are random bytes"); //~ empty-output-buffer
    salt
}
