//@ dep: axum = "0.8"
//@ dep: serde_json = "1"
//! A signature that a function of the project takes out of the headers, and that nobody looks at.

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;

pub fn router() -> Router {
    Router::new().route("/slack/events", post(event))
}

async fn event(headers: HeaderMap, body: Bytes) -> Result<StatusCode, StatusCode> {
    let signature = headers
        .get("X-Slack-Signature") //~^ unverified-webhook
        .and_then(|value| value.to_str().ok())
        .ok_or(StatusCode::BAD_REQUEST)?;
    println!("event with {signature}");
    let message: serde_json::Value = serde_json::from_slice(&body).map_err(|_| StatusCode::BAD_REQUEST)?;
    answer(&message["event"]["text"]).await;
    Ok(StatusCode::OK)
}

async fn answer(text: &serde_json::Value) {
    let _ = std::fs::write("answers", text.to_string());
}
