//@ dep: axum = "0.8"
//! A value of the request against a value of the configuration.

use axum::http::{HeaderMap, StatusCode};

pub struct Settings {
    pub admin_token: String,
}

pub fn accept(settings: &Settings, headers: &HeaderMap) -> Result<(), StatusCode> {
    let given = headers.get("x-admin").and_then(|value| value.to_str().ok());
    let expected = settings.admin_token.as_str();
    if given == Some(expected) { Ok(()) } else { Err(StatusCode::UNAUTHORIZED) } //~ variable-time-comparison
}

pub fn accept_cookie(kept: &Kept, headers: &HeaderMap) -> Result<(), StatusCode> {
    let auth_cookie = headers.get("x-auth-cookie").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kept.auth_cookie != auth_cookie { Err(StatusCode::UNAUTHORIZED) } else { Ok(()) } //~ variable-time-comparison
}

pub struct Kept {
    pub auth_cookie: String,
}
