//@ dep: axum = "0.8"
//! The body refuses who is nobody: with `let else`, with `?`, with a condition.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, post, put};

pub struct User(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<User, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let token = header.to_str().map_err(|_| StatusCode::UNAUTHORIZED)?;
        sessions::user_of(token).map(User).ok_or(StatusCode::UNAUTHORIZED)
    }
}

mod sessions {
    pub fn user_of(token: &str) -> Option<u64> {
        std::fs::read_to_string(format!("sessions/{token}")).ok()?.trim().parse().ok()
    }
}

pub fn router() -> Router {
    Router::new()
        .route("/lists", post(create))
        .route("/lists/{id}", put(rename))
        .route("/lists/{id}", delete(remove))
        .route("/lists/{id}/share", post(lend))
}

async fn create(user: User, name: String) -> String {
    name + &user.0.to_string()
}

async fn rename(user: Option<User>, name: String) -> Result<String, StatusCode> {
    let Some(user) = user else { return Err(StatusCode::UNAUTHORIZED) };
    Ok(name + &user.0.to_string())
}

async fn remove(user: Result<User, StatusCode>) -> Result<String, StatusCode> {
    let user = user?;
    Ok(user.0.to_string())
}

async fn lend(user: Option<User>) -> Result<String, StatusCode> {
    if user.is_none() {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok("lent".to_owned())
}
