//@ dep: tracing = "0.1"
//! Sign-in with the token of a device.

use std::collections::HashMap;

use tracing::{info, warn};

/// The accounts of known devices.
pub struct Devices {
    accounts: HashMap<String, u64>,
}

impl Devices {
    /// The account that a device signs in to.
    pub fn sign_in(&self, access_token: &str) -> Option<u64> {
        let Some(account) = self.accounts.get(access_token) else {
            warn!(length = access_token.len(), "no device has this token");
            return None;
        };
        info!(account, "device signed in");
        Some(*account)
    }
}
