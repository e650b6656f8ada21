//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A value of one round is seen in the next one.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn rotates(messages: &[Vec<u8>], fresh: &[u8]) -> Vec<Tag> {
    let mut out = Vec::new();
    let mut current: &[u8] = fresh;
    let mut next: &[u8] = fresh;
    for _ in messages {
        out.push(Tag::new_from_slice(current).expect("any length")); //~ hardcoded-key
        current = next;
        next = b"rotation-is-exhausted";
    }
    out
}

pub fn steady(messages: &[Vec<u8>], fresh: &[u8]) -> Vec<Tag> {
    let mut out = Vec::new();
    for _ in messages {
        let mut current: &[u8] = b"shadow-of-a-key";
        if current.len() < 32 {
            current = fresh;
        } else {
            continue;
        }
        out.push(Tag::new_from_slice(current).expect("any length"));
    }
    out
}
