//@ dep: axum = "0.8"
//! Routes that have to work without an account, and routes that only read.

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
        .route("/health", get(page))
        .route("/login", post(sign_in))
        .route("/auth/register", post(register))
        .route("/auth/refresh", post(refresh))
        .route("/password-reset", post(request_password_reset))
        .route("/logout", post(sign_out))
        .route("/posts", get(page))
        .route("/notes/query", post(search_notes))
        .route("/notes/batch", post(batch_get_notes))
        .route("/notes", post(create))
        .route("/labels", post(create))
}

async fn page() -> &'static str {
    "page"
}

async fn search_notes(query: String) -> String {
    query
}

async fn batch_get_notes(ids: String) -> String {
    ids
}

async fn sign_in(form: String) -> String {
    form
}

async fn register(form: String) -> String {
    form
}

async fn refresh(form: String) -> String {
    form
}

async fn request_password_reset(form: String) -> String {
    form
}

async fn sign_out() -> &'static str {
    "bye"
}

async fn create(_: User, text: String) -> String {
    text
}
