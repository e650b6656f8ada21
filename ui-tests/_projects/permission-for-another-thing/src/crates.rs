//! Crates.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get, put};
use axum::{Json, Router};

use crate::{Caller, Permission, Store, require};

pub fn router() -> Router<Store> {
    Router::new()
        .route("/crates/{id}", get(show))
        .route("/crates/{id}/name", put(rename))
        .route("/crates/{id}/label", put(label))
        .route("/crates/{id}", delete(clear))
}

async fn show(State(store): State<Store>, caller: Caller, Path(id): Path<u64>) -> Result<String, StatusCode> {
    require(&store, &caller, Permission::CrateRead)?;
    Ok(store.text(id))
}

async fn rename(
    State(store): State<Store>,
    caller: Caller,
    Path(id): Path<u64>,
    Json(text): Json<String>,
) -> Result<(), StatusCode> {
    require(&store, &caller, Permission::CrateWrite)?;
    store.update(id, &text);
    Ok(())
}

async fn label(
    State(store): State<Store>,
    caller: Caller,
    Path(id): Path<u64>,
    Json(text): Json<String>,
) -> Result<(), StatusCode> {
    require(&store, &caller, Permission::CrateWrite)?;
    store.update(id, &text);
    Ok(())
}

async fn clear(State(store): State<Store>, caller: Caller, Path(id): Path<u64>) -> Result<(), StatusCode> {
    require(&store, &caller, Permission::CrateWrite)?;
    store.clear(id);
    Ok(())
}
