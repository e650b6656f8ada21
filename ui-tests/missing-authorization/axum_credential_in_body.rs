//@ dep: axum = "0.8"
//@ dep: serde = "1"
//! A token in the body of the request is a credential if the call that takes it can refuse.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::Json;
use axum::routing::{delete, post, put};
use serde::Deserialize;

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

#[derive(Deserialize)]
pub struct Confirm {
    pub token: String,
    pub text: String,
}

/// What was agreed on by mail, known by its token.
fn intent_of(token: &str) -> Result<u64, StatusCode> {
    sessions::user_of(token).ok_or(StatusCode::UNAUTHORIZED)
}

pub fn router() -> Router {
    Router::new()
        .route("/notes", post(create))
        .route("/notes/{id}", put(create))
        .route("/intents", post(begin))
        .route("/intents/{id}", put(go_on))
        .route("/intents/{id}", delete(forget)) //~ missing-authorization
}

async fn create(user: User, text: String) -> String {
    text + &user.0.to_string()
}

async fn begin(Json(intent_token): Json<String>) -> Result<String, StatusCode> {
    intent_of(&intent_token).map(|id| id.to_string()).map_err(|_| StatusCode::FORBIDDEN)
}

async fn go_on(Json(body): Json<Confirm>) -> Result<String, StatusCode> {
    let id = intent_of(&body.token)?;
    Ok(body.text + &id.to_string())
}

async fn forget(Json(body): Json<Confirm>) -> String {
    body.text
}
