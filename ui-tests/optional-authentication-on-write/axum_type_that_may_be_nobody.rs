//@ dep: axum = "0.8"
//! An extractor of its own that says who is known, or that nobody is.

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

pub struct Visitor(pub Option<User>);

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Visitor, Self::Rejection> {
        Ok(Visitor(User::from_request_parts(parts, state).await.ok()))
    }
}

pub fn router() -> Router {
    Router::new()
        .route("/lists", post(create))
        .route("/lists/{id}", put(rename))
        .route("/lists/{id}", delete(remove)) //~ optional-authentication-on-write
}

async fn create(user: User, name: String) -> String {
    name + &user.0.to_string()
}

async fn rename(user: User, name: String) -> String {
    name + &user.0.to_string()
}

async fn remove(visitor: Visitor) -> String {
    visitor.0.map(|user| user.0.to_string()).unwrap_or_default()
}
