//! Keepers and crates of a depot, each with permissions of its own.

mod crates;
mod keepers;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;

pub enum Permission {
    CrateRead,
    CrateWrite,
    KeeperRead,
    KeeperWrite,
}

pub struct Caller {
    id: u64,
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get("authorization").and_then(|v| v.to_str().ok());
        let id = token.and_then(verify).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Caller { id })
    }
}

fn verify(token: &str) -> Option<u64> {
    token.parse().ok().filter(|id| id % 97 == 0)
}

pub trait Depot: Send + Sync {
    fn may(&self, caller: u64, permission: Permission) -> bool;
    fn update(&self, id: u64, text: &str);
    fn clear(&self, id: u64);
    fn text(&self, id: u64) -> String;
}

pub type Store = Arc<dyn Depot>;

pub fn require(store: &Store, caller: &Caller, permission: Permission) -> Result<(), StatusCode> {
    if store.may(caller.id, permission) { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
}

pub fn router(store: Store) -> Router {
    Router::new().merge(crates::router()).merge(keepers::router()).with_state(store)
}
