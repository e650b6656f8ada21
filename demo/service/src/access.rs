//! Who is calling. The extractor refuses every request without the token of an administrator.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// A caller who has shown the token.
pub struct Administrator;

impl<S: Send + Sync> FromRequestParts<S> for Administrator {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        let expected = demo_settings::admin_token().ok_or(StatusCode::UNAUTHORIZED)?;
        let given = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        if same(given.as_bytes(), expected.as_bytes()) {
            Ok(Administrator)
        } else {
            Err(StatusCode::UNAUTHORIZED)
        }
    }
}

/// This comparison is right: `verify_slice` takes the same time wherever the difference is.
fn same(given: &[u8], expected: &[u8]) -> bool {
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(expected) else { return false };
    let tag = mac.clone().chain_update(given).finalize().into_bytes();
    mac.chain_update(expected).verify_slice(&tag).is_ok()
}
