//@ dep: axum = "0.8"
//! The layer of a method router covers the methods before it.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{get, post};

async fn require_token(request: Request, next: Next) -> Result<Response, StatusCode> {
    let token = request.headers().get("x-token").and_then(|value| value.to_str().ok());
    match token {
        Some(token) if is_known(token) => Ok(next.run(request).await),
        _ => Err(StatusCode::UNAUTHORIZED),
    }
}

fn is_known(token: &str) -> bool {
    std::fs::exists(format!("tokens/{token}")).unwrap_or(false)
}

pub fn router() -> Router {
    Router::new()
        .route("/doors", get(read).post(change).put(change).layer(from_fn(require_token)).delete(remove)) //~ route-outside-auth-layer
        .route("/keys", post(change).put(change).delete(remove).layer(from_fn(require_token)))
}

async fn change(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}

async fn read() -> &'static str {
    "all"
}
