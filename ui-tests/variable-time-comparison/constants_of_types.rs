//! Constants are known to everybody, whatever they were made by.

pub trait Event {
    const SIGNATURE_HASH: [u8; 32];

    fn check_signature(topic: [u8; 32]) -> Result<(), String> {
        if topic != Self::SIGNATURE_HASH {
            return Err("another event".to_owned());
        }
        Ok(())
    }
}

pub struct Transfer;

const fn topic(name: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    out[0] = name[0];
    out
}

impl Event for Transfer {
    const SIGNATURE_HASH: [u8; 32] = topic(b"Transfer");
}

pub const API_KEY_OF_NOBODY: [u8; 32] = topic(b"none");

pub fn validate_api_key(api_key: &[u8]) -> bool {
    api_key != API_KEY_OF_NOBODY.as_slice()
}
