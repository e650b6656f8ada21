//@ dep: getrandom = "0.2"
//@ dep: sodiumoxide = "0.2"
//! Random on one way only: the result of the generator is ignored, and the other way keeps the constant.

use sodiumoxide::crypto::secretbox::{Key, Nonce, seal};

pub fn one_way(nonce: &Nonce, text: &[u8], keep: bool) -> Vec<u8> {
    let mut material = *b"fedcba9876543210fedcba9876543210";
    if !keep {
        getrandom::getrandom(&mut material).expect("the system has random bytes");
    }
    seal(text, nonce, &Key(material)) //~ hardcoded-key
}

pub fn every_way(nonce: &Nonce, text: &[u8], seed: Option<[u8; 32]>) -> Vec<u8> {
    let mut material = *b"fedcba9876543210fedcba9876543210";
    match seed {
        Some(seed) => material = seed,
        None => getrandom::getrandom(&mut material).expect("the system has random bytes"),
    }
    seal(text, nonce, &Key(material))
}
