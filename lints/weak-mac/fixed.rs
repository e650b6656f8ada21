//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Signs what is sent to a webhook.

use hmac::digest::InvalidLength;
use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn sign(key: &[u8], body: &[u8]) -> Result<Vec<u8>, InvalidLength> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key)?;
    mac.update(body);
    Ok(mac.finalize().into_bytes().to_vec())
}
