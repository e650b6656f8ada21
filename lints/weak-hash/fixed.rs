//@ dep: sha2 = "0.10"
//! A plugin runs if its fingerprint is on the list of approved ones.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

/// Nobody can make two plugins with the same fingerprint.
pub fn fingerprint(plugin: &[u8]) -> [u8; 32] {
    Sha256::digest(plugin).into()
}

/// Whether the plugin was approved.
pub fn is_approved(plugin: &[u8], approved: &HashSet<[u8; 32]>) -> bool {
    approved.contains(&fingerprint(plugin))
}
