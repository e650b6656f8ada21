//@ dep: axum = "0.8"
//! A forest: who planted a tree may prune and fell it.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::extract::Path;
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

pub struct Forbidden;

impl axum::response::IntoResponse for Forbidden {
    fn into_response(self) -> axum::response::Response {
        StatusCode::FORBIDDEN.into_response()
    }
}

/// Only who planted a tree may fell it.
fn ensure_planter(user: &User, tree: u64) -> Result<(), Forbidden> {
    if tree / 1000 == user.0 { Ok(()) } else { Err(Forbidden) }
}

pub fn router() -> Router {
    Router::new().route("/trees/{id}", delete(fell).put(prune)).route("/groves/{id}", post(plant))
}

/// Whoever did not plant the tree gets no further than the check.
async fn fell(user: User, Path(tree): Path<u64>) -> Result<String, Forbidden> {
    ensure_planter(&user, tree)?;
    Ok("felled".to_owned())
}

async fn prune(user: User, Path(tree): Path<u64>) -> Result<String, Forbidden> {
    ensure_planter(&user, tree)?;
    Ok("pruned".to_owned())
}

async fn plant(user: User, Path(tree): Path<u64>) -> String {
    format!("{} plants {tree}", user.0)
}
