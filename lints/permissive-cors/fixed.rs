//@ dep: axum = "0.8"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//! The interface of the web shop.

use axum::Router;
use axum::http::{HeaderValue, Method};
use axum::routing::get;
use tower_http::cors::CorsLayer;

async fn orders() -> &'static str {
    "[]"
}

/// Only the pages of the shop read the orders.
pub fn shop() -> Router {
    let cors = CorsLayer::new()
        .allow_origin(HeaderValue::from_static("https://shop.example.org"))
        .allow_methods([Method::GET])
        .allow_credentials(true);
    Router::new().route("/orders", get(orders)).layer(cors)
}
