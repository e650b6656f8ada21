//@ dep: ring = "0.17"
//@ dep: x25519-dalek = "2"
//! The label of a derivation, where key and context are two variables.

use ring::hmac;
use x25519_dalek::{PublicKey, StaticSecret};

pub fn root(seed: &[u8]) -> Vec<u8> {
    let label = hmac::Key::new(hmac::HMAC_SHA512, b"Example seed");
    let mut context = hmac::Context::with_key(&label);
    context.update(seed);
    context.sign().as_ref().to_vec()
}

pub fn conversation(own: &StaticSecret, peer: &PublicKey) -> hmac::Tag {
    let shared = own.diffie_hellman(peer);
    let label = hmac::Key::new(hmac::HMAC_SHA256, b"conversation of two");
    hmac::sign(&label, shared.as_bytes())
}

pub fn receipt(order: &[u8]) -> hmac::Tag {
    let key = hmac::Key::new(hmac::HMAC_SHA256, b"conversation of two"); //~ hardcoded-key
    let mut context = hmac::Context::with_key(&key);
    context.update(order);
    context.sign()
}
