//@ dep: axum = "0.8"
//! Where two that change something are content with reading, that is how the application works; and a note is put on a shelf by whoever
//! may see it.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::routing::{delete, get, post, put};
use axum::{Json, Router};

pub enum Right {
    ShelfRead,
    ShelfWrite,
}

pub struct Reader {
    id: u64,
}

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get("authorization").and_then(|v| v.to_str().ok());
        let id = token.and_then(verify).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Reader { id })
    }
}

fn verify(token: &str) -> Option<u64> {
    token.parse().ok().filter(|id| id % 97 == 0)
}

pub trait Shelves: Send + Sync {
    fn may(&self, reader: u64, right: Right) -> bool;
    fn update(&self, shelf: u64, text: &str);
    fn clear(&self, shelf: u64);
    fn text(&self, shelf: u64) -> String;
}

type Store = Arc<dyn Shelves>;

pub fn router(store: Store) -> Router {
    Router::new()
        .route("/shelves/{id}", get(show))
        .route("/shelves/{id}/order", put(order))
        .route("/shelves/{id}/mark", put(mark))
        .route("/shelves/{id}/name", put(rename))
        .route("/shelves/{id}/sign", put(sign))
        .route("/shelves/{id}", delete(clear))
        .route("/shelves/{id}/notes", post(note))
        .with_state(store)
}

fn demand(store: &Store, reader: &Reader, right: Right) -> Result<(), StatusCode> {
    if store.may(reader.id, right) { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
}

async fn show(State(store): State<Store>, reader: Reader, Path(id): Path<u64>) -> Result<String, StatusCode> {
    demand(&store, &reader, Right::ShelfRead)?;
    Ok(store.text(id))
}

async fn order(
    State(store): State<Store>,
    reader: Reader,
    Path(id): Path<u64>,
    Json(text): Json<String>,
) -> Result<(), StatusCode> {
    demand(&store, &reader, Right::ShelfRead)?;
    store.update(id, &text);
    Ok(())
}

async fn mark(
    State(store): State<Store>,
    reader: Reader,
    Path(id): Path<u64>,
    Json(text): Json<String>,
) -> Result<(), StatusCode> {
    demand(&store, &reader, Right::ShelfRead)?;
    store.update(id, &text);
    Ok(())
}

async fn rename(
    State(store): State<Store>,
    reader: Reader,
    Path(id): Path<u64>,
    Json(text): Json<String>,
) -> Result<(), StatusCode> {
    demand(&store, &reader, Right::ShelfWrite)?;
    store.update(id, &text);
    Ok(())
}

async fn sign(
    State(store): State<Store>,
    reader: Reader,
    Path(id): Path<u64>,
    Json(text): Json<String>,
) -> Result<(), StatusCode> {
    demand(&store, &reader, Right::ShelfWrite)?;
    store.update(id, &text);
    Ok(())
}

async fn clear(State(store): State<Store>, reader: Reader, Path(id): Path<u64>) -> Result<(), StatusCode> {
    demand(&store, &reader, Right::ShelfWrite)?;
    store.clear(id);
    Ok(())
}

async fn note(
    State(store): State<Store>,
    reader: Reader,
    Path(id): Path<u64>,
    Json(text): Json<String>,
) -> Result<(), StatusCode> {
    demand(&store, &reader, Right::ShelfRead)?;
    store.update(id, &text);
    Ok(())
}
