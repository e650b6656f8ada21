//@ dep: axum = "0.8"
//@ dep: hex = "0.4"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Between the header and the verification a `let .. else` takes it apart.

use axum::http::HeaderMap;
use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn from_the_forge(secret: &[u8], headers: &HeaderMap, body: &[u8]) -> bool {
    let Some(sent) = headers.get("x-forge-signature").and_then(|value| value.to_str().ok()) else { //~ fail-open-verification
        return true;
    };
    let Ok(tag) = hex::decode(sent.trim_start_matches("sha256=")) else { return false };
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("any length");
    mac.update(body);
    mac.verify_slice(&tag).is_ok()
}

pub fn from_the_mint(secret: &[u8], headers: &HeaderMap, body: &[u8]) -> bool {
    let Some(sent) = headers.get("x-mint-signature").and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let Ok(tag) = hex::decode(sent) else { return false };
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("any length");
    mac.update(body);
    mac.verify_slice(&tag).is_ok()
}
