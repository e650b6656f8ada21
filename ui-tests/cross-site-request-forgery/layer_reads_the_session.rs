//@ dep: axum = "0.8"
//@ dep: tower-sessions = "0.14"
//@ dep: serde = { version = "1", features = ["derive"] }
//! The layer in front of the routes asks the session, and nothing else.

use axum::Router;
use axum::extract::{Form, Request};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use tower_sessions::cookie::SameSite;
use tower_sessions::{MemoryStore, Session, SessionManagerLayer};

#[derive(Deserialize)]
struct Invitation {
    email: String,
}

async fn signed_in(session: Session, request: Request, next: Next) -> Result<Response, StatusCode> {
    let user: Option<i64> = session.get("user").await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    if user.is_none() {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

async fn overview() -> &'static str {
    "overview"
}

async fn invite(Form(invitation): Form<Invitation>) -> String {
    invitation.email
}

async fn leave() -> &'static str {
    "left"
}

pub fn application(store: MemoryStore) -> Router {
    let sessions = SessionManagerLayer::new(store).with_same_site(SameSite::None); //~ cross-site-request-forgery
    Router::new()
        .route("/", get(overview))
        .route("/invite", post(invite))
        .route("/leave", post(leave))
        .layer(middleware::from_fn(signed_in))
        .layer(sessions)
}
