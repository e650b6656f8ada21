//@ dep: sha2 = "0.10"
//@ dep: hex = "0.4"
//! The token in the link that sets a new password.

use std::time::{SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};

/// A hash of what everybody knows.
pub fn reset_token(user_id: u64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_millis()); //~ predictable-token
    hex::encode(Sha256::digest(format!("{user_id}-{now}")))
}
