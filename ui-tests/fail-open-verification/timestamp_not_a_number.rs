//@ dep: axum = "0.7"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! What cannot be read is not verified.

use axum::http::HeaderMap;
use hmac::{Hmac, Mac};
use sha2::Sha256;

fn verify_call(secret: &str, time: i64, given: &str) -> bool {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return false };
    mac.update(&time.to_be_bytes());
    let made = mac.finalize().into_bytes();
    if made.len() != given.len() {
        return false;
    }
    let mut difference = 0;
    for (a, b) in made.iter().zip(given.bytes()) {
        difference |= a ^ b;
    }
    difference == 0
}

pub fn called(secret: &str, headers: &HeaderMap) -> Result<String, String> {
    let time = headers.get("timestamp").and_then(|v| v.to_str().ok()).unwrap_or("0");
    let given = headers.get("sign").and_then(|v| v.to_str().ok()).unwrap_or("");
    if let Ok(time) = time.parse::<i64>() {
        //~^ fail-open-verification
        if !verify_call(secret, time, given) {
            return Err("forged".to_owned());
        }
    }
    Ok("done".to_owned())
}
