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
