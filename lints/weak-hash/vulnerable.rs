//@ dep: md-5 = "0.10"
//! A plugin runs if its fingerprint is on the list of approved ones.

use std::collections::HashSet;

use md5::{Digest, Md5};

/// Two plugins with the same fingerprint are made in seconds: one is shown to the reviewer, the other is run.
pub fn fingerprint(plugin: &[u8]) -> [u8; 16] {
    Md5::digest(plugin).into() //~ weak-hash
}

/// Whether the plugin was approved.
pub fn is_approved(plugin: &[u8], approved: &HashSet<[u8; 16]>) -> bool {
    approved.contains(&fingerprint(plugin))
}
