//@ dep: axum = "0.8"
//! A guard that asks another guard, behind an alias and in a module.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
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

pub mod guards {
    use super::{FromRequestParts, Parts, StatusCode, User};

    pub struct Administrator(pub String);

    impl<S: Send + Sync> FromRequestParts<S> for Administrator {
        type Rejection = StatusCode;

        async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Administrator, StatusCode> {
            let User(name) = User::from_request_parts(parts, state).await?;
            if name == "root" { Ok(Administrator(name)) } else { Err(StatusCode::FORBIDDEN) }
        }
    }
}

type Boss = guards::Administrator;

pub fn router() -> Router {
    Router::new().route("/notes", post(create)).route("/notes/{id}", delete(remove))
}

async fn create(_: User, text: String) -> String {
    text
}

async fn remove(_: Boss) -> &'static str {
    "gone"
}
