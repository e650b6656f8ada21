//@ dep: axum = "0.8"
//@ dep: serde_json = "1"
//! Beside guarded routes, a route that takes events of a forge: that the signature is dropped says more than that a guard is missing.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{delete, post, put};

pub struct User;

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<User, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok());
        let token = header.ok_or(StatusCode::UNAUTHORIZED)?;
        let known = std::fs::read_to_string("tokens").unwrap_or_default();
        if known.lines().any(|line| line.len() == token.len()) { Ok(User) } else { Err(StatusCode::UNAUTHORIZED) }
    }
}

pub fn router() -> Router {
    Router::new()
        .route("/builds", post(start))
        .route("/builds/all", delete(clear))
        .route("/builds/limit", put(limit))
        .route("/builds/pushed", post(pushed))
}

async fn start(_user: User, name: String) {
    let _ = std::fs::write("queue", name);
}

async fn clear(_user: User) {
    let _ = std::fs::remove_file("queue");
}

async fn limit(_user: User, number: String) {
    let _ = std::fs::write("limit", number);
}

async fn pushed(headers: HeaderMap, body: String) -> StatusCode {
    if headers.contains_key("X-Gitea-Signature") { //~ unverified-webhook
        let _ = std::fs::write("queue", body);
    }
    StatusCode::OK
}
