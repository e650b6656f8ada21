//@ dep: axum = "0.8"
//@ dep: serde_json = "1"
//! A route that is named for events and cannot verify them: told by the profile `audit` only.

use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};

pub fn router() -> Router {
    Router::new().route("/webhook/orders", post(order_webhook))
}

async fn order_webhook(Json(event): Json<serde_json::Value>) -> StatusCode {
    let _ = std::fs::write("order", event["id"].to_string());
    StatusCode::OK
}
