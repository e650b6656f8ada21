//@ dep: axum = "0.8"
//! A refusal that is written to the log; one that is written there and returned.

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

fn may_fell(user: &User, tree: u64) -> bool {
    tree / 1000 == user.0
}

pub fn router() -> Router {
    Router::new().route("/trees/{id}", delete(fell).put(prune)).route("/groves/{id}", post(plant))
}

async fn fell(user: User, Path(tree): Path<u64>) -> &'static str {
    if !may_fell(&user, tree) { //~ ignored-authorization-result
        eprintln!("{} may not fell {tree}", user.0);
    }
    "felled"
}

async fn prune(user: User, Path(tree): Path<u64>) -> &'static str {
    if let Err(_refused) = ensure_planter(&user, tree) { //~ ignored-authorization-result
        println!("refused");
    }
    "pruned"
}

async fn plant(user: User, Path(tree): Path<u64>) -> Result<String, Forbidden> {
    if !may_fell(&user, tree) {
        eprintln!("{} may not plant {tree}", user.0);
        return Err(Forbidden);
    }
    Ok("planted".to_owned())
}
