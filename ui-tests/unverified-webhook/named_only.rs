//@ dep: axum = "0.8"
//@ dep: serde_json = "1"
//@ profile: audit
//! Routes that are named for events. Those that manage where events go are none, nor what has its secret in the address.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};

pub fn router() -> Router {
    Router::new()
        .route("/webhook/orders", post(order_webhook)) //~ unverified-webhook
        .route("/bot/webhook", post(receive)) //~ unverified-webhook
        .route("/webhooks", post(create_webhook))
        .route("/webhook/{secret}", post(secret_event))
}

async fn order_webhook(Json(event): Json<serde_json::Value>) -> StatusCode {
    let _ = std::fs::write("order", event["id"].to_string());
    StatusCode::OK
}

async fn receive(Json(event): Json<serde_json::Value>) -> StatusCode {
    keep(&event);
    StatusCode::OK
}

async fn create_webhook(Json(target): Json<serde_json::Value>) -> StatusCode {
    keep(&target);
    StatusCode::CREATED
}

async fn secret_event(Path(secret): Path<String>, Json(event): Json<serde_json::Value>) -> StatusCode {
    if std::env::var("SECRET").is_ok_and(|known| known.len() == secret.len()) {
        keep(&event);
    }
    StatusCode::OK
}

fn keep(value: &serde_json::Value) {
    let _ = std::fs::write("kept", value.to_string());
}
