//@ dep: axum = "0.8"
//@ dep: serde_json = "1"
//@ dep: subtle = "2"
//! A shared token, compared in the handler or by a function that takes the headers.

use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use subtle::ConstantTimeEq;

pub fn router() -> Router {
    Router::new().route("/gitlab", post(pushed)).route("/gitlab/tags", post(tagged))
}

async fn pushed(headers: HeaderMap, Json(event): Json<serde_json::Value>) -> StatusCode {
    let token = headers.get("x-gitlab-token").map(|value| value.as_bytes()).unwrap_or_default();
    if !bool::from(token.ct_eq(expected().as_bytes())) {
        return StatusCode::NOT_FOUND;
    }
    build(&event).await;
    StatusCode::OK
}

async fn tagged(headers: HeaderMap, Json(event): Json<serde_json::Value>) -> StatusCode {
    if headers.get("x-gitlab-token").is_none() || !from_gitlab(&headers) {
        return StatusCode::NOT_FOUND;
    }
    build(&event).await;
    StatusCode::OK
}

fn from_gitlab(headers: &HeaderMap) -> bool {
    let sent = headers.get("x-gitlab-token").map(|value| value.as_bytes());
    sent.is_some_and(|sent| sent.ct_eq(expected().as_bytes()).into())
}

fn expected() -> String {
    std::env::var("GITLAB_TOKEN").unwrap_or_default()
}

async fn build(event: &serde_json::Value) {
    let _ = std::fs::write("queue", event["ref"].to_string());
}
