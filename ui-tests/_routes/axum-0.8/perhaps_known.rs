//@ dep: axum = "0.8"
//! Who asks, if somebody is known, is handed to functions that may fail for other reasons; one of them asks.

use axum::extract::{Extension, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, post, put};
use axum::{Json, Router};

#[derive(Clone)]
pub enum Caller {
    User(u64),
    Key(u64),
}

pub struct Member(u64);

impl<S: Send + Sync> FromRequestParts<S> for Member {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let id = verify_token(token.to_str().unwrap_or_default()).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Member(id))
    }
}

fn verify_token(token: &str) -> Option<u64> {
    token.strip_prefix("Bearer ")?.parse().ok()
}

pub enum Failure {
    Closed,
    Forbidden,
}

impl Failure {
    fn status(self) -> StatusCode {
        match self {
            Failure::Closed => StatusCode::INTERNAL_SERVER_ERROR,
            Failure::Forbidden => StatusCode::FORBIDDEN,
        }
    }
}

async fn remove_all(user: Option<u64>, shelf: u64) -> Result<(), Failure> {
    if shelf == 0 { Err(Failure::Closed) } else { Ok(drop(user)) }
}

async fn may_remove(user: Option<u64>, shelf: u64) -> Result<(), Failure> {
    if user == Some(shelf) { Ok(()) } else { Err(Failure::Forbidden) }
}

async fn clear(request: Request) -> Result<StatusCode, StatusCode> {
    let user = if let Some(Caller::User(id)) = request.extensions().get::<Caller>() { Some(*id) } else { None };
    remove_all(user, 7).await.map_err(|e| e.status())?;
    Ok(StatusCode::NO_CONTENT)
}

async fn clear_own(request: Request) -> Result<StatusCode, StatusCode> {
    let user = if let Some(Caller::User(id)) = request.extensions().get::<Caller>() { Some(*id) } else { None };
    may_remove(user, 7).await.map_err(|e| e.status())?;
    remove_all(user, 7).await.map_err(|e| e.status())?;
    Ok(StatusCode::NO_CONTENT)
}

async fn rename(member: Member, Json(name): Json<String>) -> Result<String, StatusCode> {
    remove_all(Some(member.0), 1).await.map_err(|e| e.status())?;
    Ok(name)
}

async fn leave(member: Member, Extension(_caller): Extension<Caller>) -> Result<(), StatusCode> {
    remove_all(Some(member.0), 1).await.map_err(|e| e.status())
}

async fn note_caller(mut request: Request, next: Next) -> Response {
    let token = request.headers().get(AUTHORIZATION).and_then(|t| t.to_str().ok()).and_then(verify_token);
    if let Some(id) = token {
        request.extensions_mut().insert(Caller::User(id));
    }
    next.run(request).await
}

pub fn router() -> Router {
    Router::new()
        .route("/shelves/all", post(clear))
        .route("/shelves/own", post(clear_own))
        .route("/members/name", put(rename))
        .route("/members/self", delete(leave))
        .layer(from_fn(note_caller))
}
