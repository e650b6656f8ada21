//@ dep: axum = "0.8"
//@ dep: tower-sessions = "0.14"
//! Whoever reads a page sees nothing of the answer to a request that it caused.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use tower_sessions::cookie::SameSite;
use tower_sessions::{MemoryStore, Session, SessionManagerLayer};

async fn account(session: Session) -> Result<String, StatusCode> {
    let user: Option<i64> = session.get("user").await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    user.map(|user| user.to_string()).ok_or(StatusCode::UNAUTHORIZED)
}

pub fn application(store: MemoryStore) -> Router {
    let sessions = SessionManagerLayer::new(store).with_same_site(SameSite::None);
    Router::new().route("/account", get(account)).layer(sessions)
}
