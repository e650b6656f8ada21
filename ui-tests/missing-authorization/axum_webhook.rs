//@ dep: axum = "0.8"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! The sender of a webhook proves itself by a signature over the body.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::routing::{post, put};
use hmac::{Hmac, Mac};
use sha2::Sha256;

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
        .route("/notes", post(create))
        .route("/notes/{id}", put(create))
        .route("/hooks/payment", post(payment))
}

async fn create(_: User, text: String) -> String {
    text
}

async fn payment(headers: HeaderMap, body: Bytes) -> Result<(), StatusCode> {
    let signature = headers.get("x-signature").ok_or(StatusCode::UNAUTHORIZED)?;
    let key = std::env::var("PAYMENT_HOOK_KEY").map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    mac.update(&body);
    mac.verify_slice(signature.as_bytes()).map_err(|_| StatusCode::UNAUTHORIZED)
}
