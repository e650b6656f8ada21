//@ dep: axum = "0.8"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Handlers that ask for a key: before the change, after it, and after a change that a refusal undoes.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{delete, post, put};
use axum::{Json, Router};
use serde::Deserialize;

pub trait Shelves: Send + Sync {
    fn begin(&self);
    fn rename(&self, shelf: u64, name: &str) -> Result<(), StatusCode>;
    fn update_name(&self, shelf: u64, name: &str) -> Result<(), StatusCode>;
    fn remove(&self, shelf: u64) -> Result<(), StatusCode>;
    fn is_key(&self, key: &str) -> bool;
}

type Store = Arc<dyn Shelves>;

#[derive(Deserialize)]
struct Name {
    name: String,
}

pub fn router(store: Store) -> Router {
    Router::new()
        .route("/shelves/{id}", put(rename))
        .route("/shelves/{id}", delete(remove))
        .route("/shelves/{id}/name", post(undone))
        .with_state(store)
}

fn ask(store: &Store, headers: &HeaderMap) -> Result<(), StatusCode> {
    let key = headers.get("x-api-key").and_then(|v| v.to_str().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
    if store.is_key(key) { Ok(()) } else { Err(StatusCode::UNAUTHORIZED) }
}

async fn rename(
    State(store): State<Store>,
    Path(id): Path<u64>,
    headers: HeaderMap,
    Json(new): Json<Name>,
) -> Result<StatusCode, StatusCode> {
    ask(&store, &headers)?;
    store.update_name(id, &new.name)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn remove(
    State(store): State<Store>,
    Path(id): Path<u64>,
    headers: HeaderMap,
) -> Result<StatusCode, StatusCode> {
    store.remove(id)?; //~ missing-authorization
    ask(&store, &headers)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn undone(
    State(store): State<Store>,
    Path(id): Path<u64>,
    headers: HeaderMap,
    Json(new): Json<Name>,
) -> Result<StatusCode, StatusCode> {
    store.begin();
    store.update_name(id, &new.name)?;
    ask(&store, &headers)?;
    Ok(StatusCode::NO_CONTENT)
}
