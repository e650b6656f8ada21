//@ dep: axum = "0.7"
//! One path, several methods; a layer on one of them; services, closures, fallbacks.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{MethodFilter, any, delete, get, on, post};

async fn require_session(request: Request, next: Next) -> Result<Response, StatusCode> {
    let cookie = request.headers().get("cookie").ok_or(StatusCode::UNAUTHORIZED)?;
    if !known(cookie.to_str().unwrap_or_default()) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

fn known(cookie: &str) -> bool {
    cookie.len() == 32
}

const ITEMS: &str = "/items/:id";

pub fn router() -> Router {
    Router::new()
        .route("/items", get(list).post(create))
        .route(ITEMS, delete(remove).layer(from_fn(require_session)).put(change))
        .route("/hooks", on(MethodFilter::POST, create))
        .route("/echo", any(list))
        .route("/inline", post(|text: String| async move { text }))
        .fallback(list)
}

async fn list() -> &'static str {
    "items"
}

async fn create(text: String) -> String {
    text
}

async fn change(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}
