//@ dep: axum = "0.8"
//! The question is a method of the guard, in two of three handlers.

use axum::Router;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::routing::{delete, get, post, put};

#[derive(Clone)]
pub struct App;

pub struct User {
    pub id: u64,
    pub admin: bool,
}

impl FromRequestParts<App> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<User, StatusCode> {
        let token = parts.headers.get("authorization").ok_or(StatusCode::UNAUTHORIZED)?;
        let id = verify_token(token.as_bytes()).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(User { id, admin: id == 1 })
    }
}

fn verify_token(token: &[u8]) -> Option<u64> {
    std::str::from_utf8(token).ok()?.parse().ok()
}

impl User {
    pub fn ensure_admin(&self) -> Result<(), StatusCode> {
        if self.admin { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

pub async fn check_owner(user: &User, id: u64) -> Result<(), StatusCode> {
    if user.id == id { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
}

pub fn router() -> Router {
    Router::new().nest("/admin", Router::new().route("/settings", post(create).put(replace).delete(remove))).with_state(App)
}

async fn create(user: User) -> Result<(), StatusCode> {
    user.ensure_admin()?;
    Ok(())
}

async fn replace(State(_): State<App>, user: User) -> Result<(), StatusCode> {
    user.ensure_admin()?;
    Ok(())
}

async fn remove(_: User) -> StatusCode { //~ authorization-outlier
    StatusCode::OK
}
