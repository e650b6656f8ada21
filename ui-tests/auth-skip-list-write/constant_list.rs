//@ dep: axum = "0.8"
//! The list stands in a constant; the layer sits inside of a router that is nested.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, get, post};

const OPEN: &[&str] = &[
    "/status",
    "/tickets/import", //~ auth-skip-list-write
    "/login",
];

async fn require_token(request: Request, next: Next) -> Result<Response, StatusCode> {
    let path = request.uri().path();
    if OPEN.iter().any(|open| path == *open) {
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

pub fn application() -> Router {
    let api = Router::new()
        .route("/status", get(status))
        .route("/login", post(login))
        .route("/tickets", post(change))
        .route("/tickets/import", post(change))
        .route("/tickets/{id}", delete(remove))
        .layer(from_fn(require_token));
    Router::new().nest("/api/v2", api)
}

async fn login(form: String) -> String {
    form
}

async fn change(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}

async fn status() -> &'static str {
    "up"
}
