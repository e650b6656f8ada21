//@ dep: axum = "0.8"
//@ dep: vault = "1"
//! A token that is all of the content may open something where nobody can see it; a number opens nothing.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::Json;
use axum::routing::{post, put};

pub struct User(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<User, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let token = header.to_str().map_err(|_| StatusCode::UNAUTHORIZED)?;
        vault::user_of(token).map(User).ok_or(StatusCode::UNAUTHORIZED)
    }
}

pub fn router() -> Router {
    Router::new()
        .route("/notes", post(create))
        .route("/notes/{id}", put(create))
        .route("/drafts", post(create))
        .route("/lists", post(create))
        .route("/intents", post(exchange))
        .route("/phones", post(add_phone)) //~ missing-authorization
}

async fn create(user: User, text: String) -> String {
    text + &user.0.to_string()
}

async fn exchange(Json(intent_token): Json<String>) -> Result<String, StatusCode> {
    vault::exchange(intent_token).await.map_err(|_| StatusCode::BAD_REQUEST)
}

async fn add_phone(Json(number): Json<String>) -> Result<String, StatusCode> {
    vault::insert_phone(number).await.map_err(|_| StatusCode::BAD_REQUEST)
}
