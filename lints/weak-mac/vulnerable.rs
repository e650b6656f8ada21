//@ dep: hmac = "0.12"
//@ dep: sha1 = "0.10"
//! Signs what is sent to a webhook.

use hmac::digest::InvalidLength;
use hmac::{Hmac, Mac};
use sha1::Sha1;

pub fn sign(key: &[u8], body: &[u8]) -> Result<Vec<u8>, InvalidLength> {
    let mut mac = <Hmac<Sha1> as Mac>::new_from_slice(key)?; //~ weak-mac
    mac.update(body);
    Ok(mac.finalize().into_bytes().to_vec())
}
