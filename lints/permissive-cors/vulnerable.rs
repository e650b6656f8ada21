//@ dep: axum = "0.8"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//! The interface of the web shop.

use axum::Router;
use axum::http::Method;
use axum::routing::get;
use tower_http::cors::{AllowOrigin, CorsLayer};

async fn orders() -> &'static str {
    "[]"
}

/// Any page that a customer opens reads the customer's orders.
pub fn shop() -> Router {
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::mirror_request())
        .allow_methods([Method::GET])
        .allow_credentials(true); //~ permissive-cors
    Router::new().route("/orders", get(orders)).layer(cors)
}
