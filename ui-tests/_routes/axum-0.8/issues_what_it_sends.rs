//@ dep: axum = "0.8"
//! Handlers that make a token and send it, look where somebody wants to go, or decode a part of the address: none of that asks who is
//! there, whatever the failures are called. One that verifies a token does.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, post, put};
use axum::{Json, Router};

pub enum AuthError {
    Unauthorized,
    BadRequest(&'static str),
    Internal(String),
}

impl IntoResponse for AuthError {
    fn into_response(self) -> Response {
        match self {
            AuthError::Unauthorized => StatusCode::UNAUTHORIZED.into_response(),
            AuthError::BadRequest(why) => (StatusCode::BAD_REQUEST, why).into_response(),
            AuthError::Internal(why) => (StatusCode::INTERNAL_SERVER_ERROR, why).into_response(),
        }
    }
}

pub trait Post: Send + Sync {
    fn encode(&self, who: &str) -> Result<String, String>;
    fn send_link(&self, who: &str, token: &str) -> Result<(), String>;
    fn holder(&self, token: &str) -> Option<String>;
    fn strike(&self, id: u64);
}

type Office = Arc<dyn Post>;

pub fn router(office: Office) -> Router {
    Router::new()
        .route("/links", post(link))
        .route("/moves", put(move_on))
        .route("/badges/{id}", delete(strike_badge))
        .route("/letters/{id}", delete(strike_letter))
        .with_state(office)
}

async fn link(State(office): State<Office>, Json(who): Json<String>) -> Result<(), AuthError> {
    let token = office.encode(&who).map_err(AuthError::Internal)?;
    office.send_link(&who, &token).map_err(AuthError::Internal)?;
    Ok(())
}

fn validate_redirect(to: &str) -> Result<(), AuthError> {
    if to.starts_with('/') { Ok(()) } else { Err(AuthError::BadRequest("not here")) }
}

async fn move_on(State(office): State<Office>, Json(redirect_uri): Json<String>) -> Result<(), AuthError> {
    validate_redirect(&redirect_uri)?;
    office.strike(redirect_uri.len() as u64);
    Ok(())
}

fn decode_id(id: &str) -> Result<u64, std::num::ParseIntError> {
    id.parse()
}

async fn strike_badge(State(office): State<Office>, Path(id): Path<String>) -> Result<(), AuthError> {
    let Ok(id) = decode_id(&id) else { return Err(AuthError::BadRequest("no number")) };
    office.strike(id);
    Ok(())
}

async fn strike_letter(
    State(office): State<Office>,
    headers: HeaderMap,
    Path(id): Path<u64>,
) -> Result<(), AuthError> {
    let token = headers.get("authorization").and_then(|v| v.to_str().ok()).ok_or(AuthError::Unauthorized)?;
    office.holder(token).ok_or(AuthError::Unauthorized)?;
    office.strike(id);
    Ok(())
}
