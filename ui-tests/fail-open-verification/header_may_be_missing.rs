//@ dep: axum = "0.7"
//@ dep: hex = "0.4"
//@ dep: ring = "0.17"
//! Verified only inside of a test of presence.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use ring::hmac;

pub async fn nested(key: hmac::Key, headers: HeaderMap, body: Bytes) -> StatusCode {
    if let Some(given) = headers.get("x-hub-signature-256") {
        //~^ fail-open-verification
        let tag = hex::decode(given.as_bytes()).unwrap_or_default();
        if hmac::verify(&key, &body, &tag).is_err() {
            return StatusCode::FORBIDDEN;
        }
    }
    println!("{body:?}");
    StatusCode::OK
}

pub async fn refused(key: hmac::Key, headers: HeaderMap, body: Bytes) -> StatusCode {
    let Some(given) = headers.get("x-hub-signature-256") else {
        return StatusCode::BAD_REQUEST;
    };
    let tag = hex::decode(given.as_bytes()).unwrap_or_default();
    if hmac::verify(&key, &body, &tag).is_err() {
        return StatusCode::FORBIDDEN;
    }
    println!("{body:?}");
    StatusCode::OK
}
