//@ dep: axum = "0.8"
//! `layer` covers what is above it, in a router that is nested and merged.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, post, put};

async fn require_session(request: Request, next: Next) -> Result<Response, StatusCode> {
    if request.headers().get("cookie").and_then(|cookie| cookie.to_str().ok()).is_none_or(|text| !is_valid(text)) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

fn is_valid(cookie: &str) -> bool {
    std::fs::exists(format!("sessions/{}", cookie.len())).unwrap_or(false)
}

fn members() -> Router {
    Router::new().route("/", post(add)).route("/{id}", put(change))
}

pub fn router() -> Router {
    let guarded = Router::new().nest("/members", members()).layer(from_fn(require_session));
    Router::new()
        .merge(guarded)
        .route("/members/{id}", delete(remove)) //~ route-outside-auth-layer
}

async fn add(name: String) -> String {
    name
}

async fn change(name: String) -> String {
    name
}

async fn remove() -> &'static str {
    "gone"
}
