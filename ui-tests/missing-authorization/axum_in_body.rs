//@ dep: axum = "0.8"
//! The body asks and can refuse.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::HeaderMap;
use axum::routing::{delete, post};

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

fn require_administrator(headers: &HeaderMap) -> Result<String, StatusCode> {
    let token = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    token.and_then(sessions::account_of).filter(|name| name == "root").ok_or(StatusCode::FORBIDDEN)
}

pub fn router() -> Router {
    Router::new().route("/notes", post(create)).route("/notes/{id}", delete(remove))
}

async fn create(_: User, text: String) -> String {
    text
}

async fn remove(headers: HeaderMap) -> Result<&'static str, StatusCode> {
    require_administrator(&headers)?;
    Ok("gone")
}
