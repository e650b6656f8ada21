//@ dep: axum = "0.8"
//! A function gives the refusal, or nothing.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, post};

async fn require_token(request: Request, next: Next) -> Response {
    let token = request.headers().get("x-token").and_then(|value| value.to_str().ok());
    if let Some(refusal) = refusal_for(token) {
        return refusal;
    }
    next.run(request).await
}

fn refusal_for(token: Option<&str>) -> Option<Response> {
    match token {
        Some(token) if is_known(token) => None,
        _ => Some(StatusCode::UNAUTHORIZED.into_response()),
    }
}

fn is_known(token: &str) -> bool {
    std::fs::exists(format!("tokens/{token}")).unwrap_or(false)
}

pub fn router() -> Router {
    Router::new()
        .route("/doors", post(change))
        .route("/doors/{id}", delete(remove))
        .layer(from_fn(require_token))
}

async fn change(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}
