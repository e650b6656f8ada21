//@ dep: axum = "0.8"
//! The name of the variable tells what the value is.

use axum::http::HeaderMap;

pub fn is_admin(headers: &HeaderMap) -> bool {
    let expected = std::env::var("ADMIN_TOKEN").unwrap_or_default();
    let given = headers.get("authorization").and_then(|h| h.to_str().ok()).unwrap_or("");
    given == expected //~ variable-time-comparison
}

pub fn is_of_region(headers: &HeaderMap) -> bool {
    let expected = std::env::var("REGION").unwrap_or_default();
    let given = headers.get("x-region").and_then(|h| h.to_str().ok()).unwrap_or("");
    given == expected
}

/// The name of a key is sent with each request.
pub fn uses_key(headers: &HeaderMap) -> bool {
    let expected = std::env::var("SIGNING_KEY_ID").unwrap_or_default();
    let given = headers.get("x-key").and_then(|h| h.to_str().ok()).unwrap_or("");
    given == expected
}
