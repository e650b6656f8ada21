//@ dep: sodiumoxide = "0.2"
//! The two halves of a nonce are written one by one.

use sodiumoxide::crypto::secretbox::{Key, Nonce, seal};

pub fn constant(key: &Key, text: &[u8]) -> Vec<u8> {
    let mut bytes = [0u8; 24];
    bytes[..8].copy_from_slice(b"ledger-1");
    bytes[8..].copy_from_slice(b"0123456789abcdef");
    seal(text, &Nonce(bytes), key) //~ hardcoded-nonce
}

pub fn half_given(key: &Key, message: u128, text: &[u8]) -> Vec<u8> {
    let mut bytes = [0u8; 24];
    bytes[..8].copy_from_slice(b"ledger-1");
    bytes[8..].copy_from_slice(&message.to_be_bytes());
    seal(text, &Nonce(bytes), key)
}
