//@ dep: axum = "0.8"
//! The beginning and the end of the address have to fit, and no route that writes has both.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, get, post};

async fn require_token(request: Request, next: Next) -> Result<Response, StatusCode> {
    let path = request.uri().path();
    if path.starts_with("/parcels") && path.ends_with("/label") {
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
        .route("/parcels", post(send))
        .route("/parcels/{id}", delete(cancel))
        .route("/parcels/{id}/label", get(label))
        .layer(from_fn(require_token))
}

async fn send(text: String) -> String {
    text
}

async fn cancel() -> &'static str {
    "gone"
}

async fn label() -> &'static str {
    "to"
}
