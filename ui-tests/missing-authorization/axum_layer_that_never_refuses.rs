//@ dep: axum = "0.8"
//! A layer that only looks is no guard, whatever it is called.

use axum::Router;
use axum::extract::{FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, post, put};

pub struct User(pub String);

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<User, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let name = header.to_str().map_err(|_| StatusCode::UNAUTHORIZED)?;
        sessions::account_of(name).map(User).ok_or(StatusCode::UNAUTHORIZED)
    }
}

mod sessions {
    pub fn account_of(token: &str) -> Option<String> {
        std::fs::read_to_string(format!("sessions/{}", token.len())).ok()
    }
}

async fn authentication(mut request: Request, next: Next) -> Response {
    let seen = request.headers().contains_key(AUTHORIZATION);
    request.extensions_mut().insert(seen);
    next.run(request).await
}

pub fn router() -> Router {
    Router::new()
        .route("/notes", post(create))
        .route("/notes/{id}", put(create))
        .route("/notes/{id}", delete(remove)) //~ missing-authorization
        .layer(from_fn(authentication))
}

async fn create(User(name): User, text: String) -> String {
    name + &text
}

async fn remove() -> &'static str {
    "gone"
}
