//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! An HMAC with a key of zeros is a hash that somebody derives from, as HKDF does without a salt; a constant that is none of that
//! signs for everybody.

use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn absorb(label: &[u8]) -> Vec<u8> {
    let mut state = Hmac::<Sha256>::new_from_slice(&[0; 32]).expect("any length");
    state.update(label);
    state.finalize().into_bytes().to_vec()
}

pub fn sign(message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(b"kf93hfo2nfl4pq81").expect("any length"); //~ hardcoded-key
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}
