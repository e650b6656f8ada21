//@ dep: sha1 = "0.10"
//! Protocols that prescribe the hash.

use sha1::{Digest, Sha1};

/// SHA1(password) XOR SHA1(challenge || SHA1(SHA1(password)))
pub fn challenge_response(challenge: &[u8], password: &str) -> Vec<u8> {
    let first = Sha1::digest(password);
    let second = Sha1::digest(first);
    let mask = Sha1::new().chain_update(challenge).chain_update(second).finalize();
    first.iter().zip(mask).map(|(a, b)| a ^ b).collect()
}

pub fn pyzor_signature(message: &str, time: u64) -> Vec<u8> {
    Sha1::digest(format!("{message}:{time}")).to_vec()
}
