//@ dep: axum = "0.7"
//! The administration of a shop: a layer lets only administrators pass.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};

/// The name of the signed-in account, put there by the session layer.
#[derive(Clone)]
pub struct Account(pub String);

async fn require_admin(request: Request, next: Next) -> Result<Response, StatusCode> {
    match request.extensions().get::<Account>() {
        Some(Account(name)) if name == "root" => Ok(next.run(request).await),
        Some(_) => Err(StatusCode::FORBIDDEN),
        None => Err(StatusCode::UNAUTHORIZED),
    }
}

/// A layer covers the routes that are there when it is added.
pub fn router() -> Router {
    Router::new()
        .route("/orders", get(orders))
        .route("/prices", post(set_prices))
        .route_layer(middleware::from_fn(require_admin))
        .route("/refunds", post(refund)) //~ route-outside-auth-layer
}

async fn orders() -> &'static str {
    "all orders"
}

async fn set_prices(prices: String) -> String {
    prices
}

async fn refund(order: String) -> String {
    order
}
