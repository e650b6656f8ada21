//@ dep: axum = "0.7"
//@ dep: hex = "0.4"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use hmac::{Hmac, Mac};
use sha2::Sha256;

fn verify(secret: &[u8], body: &[u8], signature: &str) -> bool {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return false };
    mac.update(body);
    hex::decode(signature).is_ok_and(|tag| mac.verify_slice(&tag).is_ok())
}

pub async fn receive(secret: &[u8], headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get("x-shop-signature").and_then(|v| v.to_str().ok()).unwrap_or("");
    if !signature.is_empty() && !verify(secret, &body, signature) {
        //~^ fail-open-verification
        return StatusCode::UNAUTHORIZED;
    }
    println!("{} bytes received", body.len());
    StatusCode::OK
}
