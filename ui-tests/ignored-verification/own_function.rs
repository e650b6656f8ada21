//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A function of the workspace that verifies.

use hmac::{Hmac, Mac};
use sha2::Sha256;

fn signature_is_valid(secret: &[u8], body: &[u8], tag: &[u8]) -> bool {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return false };
    mac.update(body);
    mac.verify_slice(tag).is_ok()
}

pub async fn validate_request(secret: &[u8], body: &[u8], tag: &[u8]) -> Result<bool, String> {
    if tag.len() != 32 {
        return Err("not a tag".to_owned());
    }
    Ok(signature_is_valid(secret, body, tag))
}

pub async fn receive(secret: &[u8], body: &[u8], tag: &[u8]) -> Result<usize, String> {
    validate_request(secret, body, tag).await?; //~ ignored-verification
    Ok(body.len())
}

pub async fn receive_carefully(secret: &[u8], body: &[u8], tag: &[u8]) -> Result<usize, String> {
    if !validate_request(secret, body, tag).await? {
        return Err("forged".to_owned());
    }
    Ok(body.len())
}
