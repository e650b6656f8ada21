//! Keepers.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get, put};
use axum::{Json, Router};

use crate::{Caller, Permission, Store, require};

pub fn router() -> Router<Store> {
    Router::new()
        .route("/keepers/{id}", get(show))
        .route("/keepers/{id}/name", put(rename))
        .route("/keepers/{id}/label", put(label))
        .route("/keepers/{id}", delete(clear))
}

async fn show(State(store): State<Store>, caller: Caller, Path(id): Path<u64>) -> Result<String, StatusCode> {
    require(&store, &caller, Permission::KeeperRead)?;
    Ok(store.text(id))
}

async fn rename(
    State(store): State<Store>,
    caller: Caller,
    Path(id): Path<u64>,
    Json(text): Json<String>,
) -> Result<(), StatusCode> {
    require(&store, &caller, Permission::KeeperWrite)?;
    store.update(id, &text);
    Ok(())
}

async fn label(
    State(store): State<Store>,
    caller: Caller,
    Path(id): Path<u64>,
    Json(text): Json<String>,
) -> Result<(), StatusCode> {
    require(&store, &caller, Permission::KeeperWrite)?;
    store.update(id, &text);
    Ok(())
}

async fn clear(State(store): State<Store>, caller: Caller, Path(id): Path<u64>) -> Result<(), StatusCode> {
    require(&store, &caller, Permission::CrateWrite)?; //~ wrong-action-checked
    store.clear(id);
    Ok(())
}
