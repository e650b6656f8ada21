//@ dep: axum = "0.8"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Two addresses for events of other services, of which one is verified; and one that has nothing to do with events.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use hmac::{Hmac, Mac};
use sha2::Sha256;

pub trait Books: Send + Sync {
    fn settle(&self, order: u64);
}

#[derive(Clone)]
pub struct App {
    books: Arc<dyn Books>,
    key: Arc<[u8]>,
}

pub fn router() -> Router<App> {
    Router::new()
        .route("/hooks/cards", post(cards))
        .route("/hooks/transfers", post(transfers)) //~ unverified-webhook
        .route("/orders/open", post(open))
}

fn verify(key: &[u8], headers: &HeaderMap, body: &[u8]) -> Result<(), StatusCode> {
    let sent = headers.get("x-cards-mac").ok_or(StatusCode::UNAUTHORIZED)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| StatusCode::UNAUTHORIZED)?;
    mac.update(body);
    mac.verify_slice(sent.as_bytes()).map_err(|_| StatusCode::UNAUTHORIZED)
}

async fn cards(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<StatusCode, StatusCode> {
    verify(&app.key, &headers, &body)?;
    app.books.settle(body.len() as u64);
    Ok(StatusCode::OK)
}

async fn transfers(State(app): State<App>, Json(order): Json<u64>) -> StatusCode {
    app.books.settle(order);
    StatusCode::OK
}

async fn open(State(app): State<App>, Json(order): Json<u64>) -> StatusCode {
    app.books.settle(order);
    StatusCode::OK
}
