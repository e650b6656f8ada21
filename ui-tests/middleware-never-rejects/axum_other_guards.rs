//@ dep: axum = "0.8"
//! A middleware that counts who is known; the handlers have guards of their own.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, post};

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

async fn watch(request: Request, next: Next) -> Response {
    let token = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    if token.and_then(sessions::user_of).is_none() {
        eprintln!("a stranger");
    }
    next.run(request).await
}

pub fn router() -> Router {
    Router::new().route("/doors", post(change)).route("/doors/{id}", delete(remove)).layer(from_fn(watch))
}

async fn change(user: User, text: String) -> String {
    text + &user.0.to_string()
}

async fn remove(user: User) -> String {
    user.0.to_string()
}
