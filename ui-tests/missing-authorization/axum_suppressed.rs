//@ dep: axum = "0.8"
//! A route for everybody, with a reason; the comment covers one registration.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
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

pub fn router() -> Router {
    Router::new()
        .route("/notes", post(create))
        .route("/labels", put(create))
        // secure-lint: allow(missing-authorization): anybody may leave feedback
        .route("/feedback", post(feedback))
        .route("/notes/{id}", delete(remove)) //~ missing-authorization
}

async fn create(_: User, text: String) -> String {
    text
}

async fn feedback(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}
