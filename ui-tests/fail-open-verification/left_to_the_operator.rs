//@ dep: axum = "0.7"
//@ dep: ring = "0.17"
//! Verification that a setting turns on.

use axum::http::{HeaderMap, StatusCode};
use ring::hmac;

pub struct Webhook {
    pub secret: Option<hmac::Key>,
}

impl Webhook {
    pub fn receive(&self, headers: &HeaderMap, body: &[u8]) -> StatusCode {
        if let Some(secret) = &self.secret {
            let Some(given) = headers.get("x-signature") else {
                return StatusCode::UNAUTHORIZED;
            };
            if hmac::verify(secret, body, given.as_bytes()).is_err() {
                return StatusCode::UNAUTHORIZED;
            }
        }
        StatusCode::OK
    }

    pub fn verify(&self, body: &[u8], tag: &[u8]) -> Result<(), ring::error::Unspecified> {
        let Some(secret) = &self.secret else { return Ok(()) };
        hmac::verify(secret, body, tag)
    }
}
