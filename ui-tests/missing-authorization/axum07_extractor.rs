//@ dep: axum = "0.7"
//! Version 0.7: other path syntax, guards by an attribute for asynchronous traits.

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, get, post};

pub struct User(pub String);

#[axum::async_trait]
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
        .route("/notes", get(list))
        .route("/notes", post(create))
        .route("/notes/:id", delete(remove)) //~ missing-authorization
}

async fn list(_user: User) -> &'static str {
    "notes"
}

async fn create(_user: User, text: String) -> String {
    text
}

async fn remove(Path(id): Path<u64>) -> String {
    id.to_string()
}
