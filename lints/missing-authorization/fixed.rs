//@ dep: axum = "0.8"
//! Notes that the members of a team share.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, get, put};

/// Members by their session token.
pub type Sessions = Arc<HashMap<String, String>>;

/// A member of the team; a request without a valid session is refused before the handler runs.
pub struct Member(pub String);

impl FromRequestParts<Sessions> for Member {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, sessions: &Sessions) -> Result<Member, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let name = token.and_then(|token| sessions.get(token)).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Member(name.clone()))
    }
}

/// The routes of the application.
pub fn router(sessions: Sessions) -> Router {
    Router::new()
        .route("/notes", get(list).post(create))
        .route("/notes/{id}", put(change))
        .route("/notes/{id}", delete(remove))
        .with_state(sessions)
}

async fn list(_: Member) -> &'static str {
    "notes"
}

async fn create(Member(name): Member, text: String) -> String {
    format!("{name} wrote {text}")
}

async fn change(Member(name): Member, Path(id): Path<u64>, text: String) -> String {
    format!("{name} changed {id} to {text}")
}

/// Asks who sends the request, as the others do.
async fn remove(Member(name): Member, Path(id): Path<u64>) -> String {
    format!("{name} removed {id}")
}
