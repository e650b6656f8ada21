//@ dep: axum = "0.8"
//! Addresses by a part; the whole one beside it was meant.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, get, post};

async fn require_token(request: Request, next: Next) -> Result<Response, StatusCode> {
    let path = request.uri().path();
    if path == "/" || path.contains("/door") { //~ auth-skip-list-write
        return Ok(next.run(request).await);
    }
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
        .route("/doors", get(read).post(change))
        .route("/doors/{id}", delete(remove))
        .route("/windows", post(change))
        .layer(from_fn(require_token))
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
