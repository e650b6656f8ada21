//@ dep: sha1 = "0.10"
//! Types of fields, parameters and answers choose nothing.

use sha1::{Digest, Sha1};

pub struct Approval {
    hasher: Sha1,
}

pub fn approve(mut approval: Approval, plugin: &[u8]) -> Sha1 {
    approval.hasher.update(plugin);
    approval.hasher
}
