//@ dep: axum = "0.7"
//! `Option` of a guard lets everybody pass, unless the body looks at it.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, post, put};

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
        .route("/notes", post(create))
        .route("/notes/:id", put(change))
        .route("/notes/:id", delete(remove)) //~ optional-authentication-on-write
}

async fn create(User(name): User, text: String) -> String {
    name + &text
}

async fn change(user: Option<User>, text: String) -> Result<String, StatusCode> {
    let Some(User(name)) = user else { return Err(StatusCode::UNAUTHORIZED) };
    Ok(name + &text)
}

async fn remove(user: Option<User>) -> String {
    user.map(|user| user.0).unwrap_or_default()
}
