//! Public keys are compared to see who it is.

use ed25519_dalek::VerifyingKey;

pub struct Device {
    pub master_key: VerifyingKey,
}

pub fn verify_device(device: &Device, master_key: &VerifyingKey) -> Result<(), String> {
    if device.master_key != *master_key {
        return Err("another device".to_owned());
    }
    Ok(())
}

// The key of a host is shown to whoever connects.
pub fn is_pinned(host_key_hash: &[u8], fingerprint: &[u8]) -> bool {
    host_key_hash == fingerprint
}

#[derive(Clone, PartialEq, Eq)]
pub struct MacAddr([u8; 6]);

pub struct Card {
    pub guest_mac: Option<MacAddr>,
}

impl Card {
    fn allow_same_mac(&self) -> bool {
        self.guest_mac.is_none()
    }

    pub fn check_conflicts(&self, other: &Card) -> Result<(), String> {
        if let Some(mac) = self.guest_mac.as_ref() {
            if !other.allow_same_mac() && Some(mac) == other.guest_mac.as_ref() {
                return Err("in use".to_owned());
            }
        }
        Ok(())
    }
}
