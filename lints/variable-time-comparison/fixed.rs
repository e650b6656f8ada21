//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Accepts a webhook if its signature is right.

use hmac::digest::InvalidLength;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The comparison takes the same time for every guess.
pub fn is_genuine(key: &[u8], body: &[u8], signature: &[u8]) -> Result<bool, InvalidLength> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key)?;
    mac.update(body);
    Ok(mac.verify_slice(signature).is_ok())
}
