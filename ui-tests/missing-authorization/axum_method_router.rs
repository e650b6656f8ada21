//@ dep: axum = "0.8"
//! One method of several on a path.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{get, post};

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
        .route(
            "/notes",
            get(list)
                .post(create)
                .delete(clear), //~ missing-authorization
        )
        .route("/labels", post(create))
}

async fn list() -> &'static str {
    "public notes"
}

async fn create(User(name): User, text: String) -> String {
    name + &text
}

async fn clear() -> &'static str {
    "all gone"
}
