//@ dep: axum = "0.8"
//@ dep: serde = { version = "1", features = ["derive"] }
//! The state of a login, which came back, against the one in the cookie of the same browser.

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Back {
    pub state_secret: String,
}

pub async fn callback(headers: HeaderMap, Json(back): Json<Back>) -> StatusCode {
    let cookie_csrf = headers.get("x-state").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    if back.state_secret != cookie_csrf { StatusCode::FORBIDDEN } else { StatusCode::OK }
}
