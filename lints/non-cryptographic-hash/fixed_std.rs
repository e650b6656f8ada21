//@ dep: sha2 = "0.10"
//! Remembers which messages were verified, because verifying is slow.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

/// The messages whose signature was right.
#[derive(Default)]
pub struct Verified(HashSet<[u8; 32]>);

impl Verified {
    /// No other message has the same 256 bits.
    pub fn contains(&self, message: &[u8]) -> bool {
        let id: [u8; 32] = Sha256::digest(message).into();
        self.0.contains(&id)
    }
}
