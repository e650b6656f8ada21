//@ dep: md-5 = "0.10"
//@ dep: sha1 = "0.10"
//! Comments name the document that prescribes the algorithm.

use md5::Md5;
use sha1::{Digest, Sha1};

/// Computes the file encryption key (Algorithm 2 of ISO 32000-1).
pub fn encryption_key(padded: &[u8], owner: &[u8]) -> Vec<u8> {
    let mut hasher = Md5::new();
    hasher.update(padded);
    hasher.update(owner);
    hasher.finalize().to_vec()
}

pub fn signed(message: &[u8], old_peer: bool) -> Vec<u8> {
    // RFC 4253, section 6.6: the only hash that
    // such a peer knows.
    if old_peer { Sha1::digest(message).to_vec() } else { Vec::new() }
}

/// The key that encrypts a session.
pub fn session_key(padded: &[u8]) -> Vec<u8> {
    // One day this may be specific to a user, as the spec of a pod is.
    Md5::digest(padded).to_vec() //~ weak-hash
}
