//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Accepts a webhook if its signature is right.

use hmac::digest::InvalidLength;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The time of the comparison tells how many bytes of a guess are right.
pub fn is_genuine(key: &[u8], body: &[u8], signature: &[u8]) -> Result<bool, InvalidLength> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key)?;
    mac.update(body);
    let expected = mac.finalize().into_bytes();
    Ok(expected.as_slice() == signature) //~ variable-time-comparison
}
