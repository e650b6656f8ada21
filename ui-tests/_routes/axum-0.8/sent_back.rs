//@ dep: axum = "0.8"
//! Where another service sends who has signed in there, and where links to sign in are sent from: ways in, although a token of that
//! service is used on the way.

use axum::extract::{FromRequestParts, Query};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, get, post, put};
use axum::{Json, Router};

pub struct Member(String);

impl<S: Send + Sync> FromRequestParts<S> for Member {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let name = verify_token(token.to_str().unwrap_or_default()).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Member(name))
    }
}

fn verify_token(token: &str) -> Option<String> {
    token.strip_prefix("Bearer ").map(str::to_owned)
}

pub struct Grant {
    access_token: String,
}

async fn exchange(code: &str) -> Option<Grant> {
    (!code.is_empty()).then(|| Grant { access_token: code.to_owned() })
}

async fn user_of(access_token: &str) -> Option<String> {
    verify_token(access_token)
}

async fn oidc_callback(Query(code): Query<String>) -> Result<String, StatusCode> {
    let grant = exchange(&code).await.ok_or(StatusCode::UNAUTHORIZED)?;
    let user = user_of(&grant.access_token).await.ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(save(&user))
}

async fn send_magic_link(Json(address): Json<String>) -> StatusCode {
    save(&address);
    StatusCode::ACCEPTED
}

async fn send_greeting(Json(address): Json<String>) -> StatusCode {
    save(&address);
    StatusCode::ACCEPTED
}

async fn rename(member: Member) -> String {
    save(&member.0)
}

async fn leave(member: Member) -> String {
    save(&member.0)
}

fn save(name: &str) -> String {
    name.to_owned()
}

pub fn router() -> Router {
    Router::new()
        .route("/oidc/return", get(oidc_callback))
        .route("/members/magic-link", post(send_magic_link))
        .route("/members/greeting", post(send_greeting))
        .route("/members/name", put(rename))
        .route("/members/self", delete(leave))
}
