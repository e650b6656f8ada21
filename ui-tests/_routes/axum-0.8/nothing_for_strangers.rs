//@ dep: axum = "0.8"
//! Where strangers may not even read, and what is named for administrators, is nothing for strangers to change.

use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{get, post, put};
use axum::Router;

pub struct Keeper(pub u64);

fn refused<T>(status: StatusCode) -> Result<T, StatusCode> {
    Err(status)
}

fn keeper_of(parts: &Parts) -> Result<Keeper, StatusCode> {
    let token = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok());
    match token.and_then(|token| std::fs::read_to_string(token).ok()).and_then(|id| id.parse().ok()) {
        Some(id) => Ok(Keeper(id)),
        None => refused(StatusCode::UNAUTHORIZED),
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Keeper {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Keeper, StatusCode> {
        keeper_of(parts)
    }
}

pub fn router() -> Router {
    let lists = Router::new()
        .route("/lists/birds", get(birds))
        .route("/lists/eggs", get(eggs))
        .route("/lists/renew", post(renew));
    let maps = Router::new()
        .route("/maps/nests", get(birds))
        .route("/maps/paths", get(paths))
        .route("/maps/draw", post(draw));
    let admin = Router::new().route("/admin/keepers", post(hire));
    Router::new()
        .merge(lists)
        .merge(maps)
        .merge(admin)
        .route("/nests/{id}", put(repair).delete(repair))
        .route("/ponds/{id}", put(repair).delete(repair))
}

async fn birds(_keeper: Keeper) -> &'static str {
    "tits"
}

async fn eggs(_keeper: Keeper) -> &'static str {
    "blue"
}

async fn paths() -> &'static str {
    "left"
}

async fn renew() -> StatusCode {
    StatusCode::NO_CONTENT
}

async fn draw() -> StatusCode {
    StatusCode::NO_CONTENT
}

async fn hire() -> StatusCode {
    StatusCode::CREATED
}

async fn repair(keeper: Keeper, Path(id): Path<u64>) -> StatusCode {
    if keeper.0 == id { StatusCode::NO_CONTENT } else { StatusCode::FORBIDDEN }
}
