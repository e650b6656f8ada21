//@ dep: axum = "0.8"
//@ dep: subtle = "2"
//! Keys in headers that the program has named itself.

use axum::Router;
use axum::extract::{FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{get, post};
use subtle::ConstantTimeEq;

const OPS: &[u8] = b"from the settings";

async fn ops(request: Request, next: Next) -> Result<Response, StatusCode> {
    let given = request.headers().get("x-ops-key").map(|v| v.as_bytes()).unwrap_or_default();
    if !bool::from(given.ct_eq(OPS)) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

async fn counted(request: Request, next: Next) -> Result<Response, StatusCode> {
    let given = request.headers().get("x-idempotency-key").map(|v| v.as_bytes()).unwrap_or_default();
    if !bool::from(given.ct_eq(OPS)) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

pub struct Partner;

impl<S: Send + Sync> FromRequestParts<S> for Partner {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        match parts.headers.get("X-Partner-Token") {
            Some(given) if given == "from the settings" => Ok(Partner),
            _ => Err(StatusCode::FORBIDDEN),
        }
    }
}

async fn dump() -> &'static str {
    "everything"
}

async fn order(_: Partner) -> &'static str {
    "taken"
}

async fn delete_order() -> &'static str {
    "gone"
}

pub fn app() -> Router {
    Router::new()
        .route("/dump", get(dump))
        .layer(from_fn(ops))
        .route("/orders", post(order))
        .merge(Router::new().route("/orders/{id}", post(delete_order)).layer(from_fn(counted)))
}
