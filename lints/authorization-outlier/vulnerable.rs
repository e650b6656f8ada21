//@ dep: axum = "0.8"
//! Roles of the members of a team.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::post;

/// Permissions by session token.
pub type Sessions = Arc<HashMap<String, Vec<String>>>;

/// Somebody who is signed in.
pub struct Member {
    permissions: Vec<String>,
}

impl Member {
    fn require(&self, permission: &str) -> Result<(), StatusCode> {
        if self.permissions.iter().any(|p| p == permission) { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

impl FromRequestParts<Sessions> for Member {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, sessions: &Sessions) -> Result<Member, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let found = token.and_then(|token| sessions.get(token)).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Member { permissions: found.clone() })
    }
}

/// The routes of the application.
pub fn router(sessions: Sessions) -> Router {
    Router::new().route("/members/{id}/role", post(give).put(extend).delete(take)).with_state(sessions)
}

async fn give(member: Member, Path(id): Path<u64>) -> Result<String, StatusCode> {
    member.require("roles")?;
    Ok(format!("{id} has the role"))
}

async fn take(member: Member, Path(id): Path<u64>) -> Result<String, StatusCode> {
    member.require("roles")?;
    Ok(format!("{id} has it no more"))
}

/// The one handler that every member may call.
async fn extend(_member: Member, Path(id): Path<u64>) -> Result<String, StatusCode> { //~ authorization-outlier
    Ok(format!("{id} has it for another year"))
}
