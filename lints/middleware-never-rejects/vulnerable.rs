//@ dep: axum = "0.8"
//! Doors of a house: a middleware looks at the token.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, post};

/// The branch for strangers was emptied while somebody looked for an error.
async fn require_token(request: Request, next: Next) -> Result<Response, StatusCode> { //~ middleware-never-rejects
    let token = request.headers().get("x-token").and_then(|value| value.to_str().ok());
    if !token.is_some_and(is_known) {
        eprintln!("a stranger at {}", request.uri());
    }
    Ok(next.run(request).await)
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
