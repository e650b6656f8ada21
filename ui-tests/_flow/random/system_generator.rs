//@ dep: ring = "0.17"
//! `fill` of the system's generator against a nonce that is never filled.

use ring::aead::{Aad, LessSafeKey, Nonce};
use ring::error::Unspecified;
use ring::rand::{SecureRandom, SystemRandom};

pub fn constant(key: &LessSafeKey, data: &mut Vec<u8>) -> Result<(), Unspecified> {
    let nonce = Nonce::assume_unique_for_key(*b"ledger-start");
    key.seal_in_place_append_tag(nonce, Aad::empty(), data) //~ hardcoded-nonce
}

pub fn filled(key: &LessSafeKey, data: &mut Vec<u8>) -> Result<(), Unspecified> {
    let mut bytes = [0u8; 12];
    SystemRandom::new().fill(&mut bytes)?;
    let nonce = Nonce::assume_unique_for_key(bytes);
    key.seal_in_place_append_tag(nonce, Aad::empty(), data)
}

pub fn generated(key: &LessSafeKey, data: &mut Vec<u8>) -> Result<(), Unspecified> {
    let bytes: [u8; 12] = ring::rand::generate(&SystemRandom::new())?.expose();
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(bytes), Aad::empty(), data)
}
