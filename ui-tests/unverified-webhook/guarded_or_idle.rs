//@ dep: axum = "0.8"
//@ dep: tower-http = { version = "0.6", features = ["validate-request"] }
//! A layer asks who is there, and a handler that does nothing with the event but count it.

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use tower_http::validate_request::ValidateRequestHeaderLayer;

pub fn router(token: &str) -> Router {
    Router::new()
        .route("/events", post(event))
        .route_layer(ValidateRequestHeaderLayer::bearer(token))
        .route("/ping", post(ping))
}

async fn event(headers: HeaderMap, body: String) -> StatusCode {
    let _signature = headers.get("x-signature-ed25519");
    let _ = std::fs::write("event", body);
    StatusCode::OK
}

async fn ping(headers: HeaderMap) -> StatusCode {
    if headers.get("x-hook-signature").is_some() { StatusCode::OK } else { StatusCode::BAD_REQUEST }
}
