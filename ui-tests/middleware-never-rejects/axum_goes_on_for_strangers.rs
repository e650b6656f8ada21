//@ dep: axum = "0.8"
//! The branch for strangers calls the rest of the chain.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, post};

async fn require_token(request: Request, next: Next) -> Response { //~ middleware-never-rejects
    let Some(token) = request.headers().get("x-token").and_then(|value| value.to_str().ok()) else {
        return next.run(request).await;
    };
    if !is_known(token) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    next.run(request).await
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
