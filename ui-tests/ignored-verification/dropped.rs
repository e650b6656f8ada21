//@ dep: ed25519-dalek = "2"
//@ dep: ring = "0.17"
//! Outcomes that a statement drops.

use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use ring::signature::{ED25519, UnparsedPublicKey};

pub fn by_underscore(key: &VerifyingKey, message: &[u8], signature: &Signature) -> usize {
    let _ = key.verify(message, signature); //~ ignored-verification
    message.len()
}

pub fn by_ok(key: &[u8], message: &[u8], signature: &[u8]) -> usize {
    UnparsedPublicKey::new(&ED25519, key).verify(message, signature).ok(); //~ ignored-verification
    message.len()
}

pub fn by_unread_variable(key: &VerifyingKey, message: &[u8], signature: &Signature) -> usize {
    let _genuine = key.verify_strict(message, signature).is_ok(); //~ ignored-verification
    message.len()
}
