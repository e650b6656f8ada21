//@ dep: axum = "0.8"
//@ dep: tower = "0.5"
//! The layer in a stack of others.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, post, put};
use tower::ServiceBuilder;

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
    let stack = ServiceBuilder::new().layer(from_fn(require_token));
    Router::new()
        .route("/doors", post(change))
        .route("/doors/{id}", put(change))
        .layer(stack)
        .route("/doors/{id}", delete(remove)) //~ route-outside-auth-layer
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
