//@ dep: sha1 = "0.10"
//! A comment with a reason silences the next statement, or its own line, and nothing else.

use sha1::{Digest, Sha1};

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    // secure-lint: allow(weak-hash): the partner prescribes it
    let first = Sha1::digest(plugin);
    let second = Sha1::digest(first); // secure-lint: allow(weak-hash): the partner prescribes it
    Sha1::digest(second).to_vec() //~ weak-hash
}
