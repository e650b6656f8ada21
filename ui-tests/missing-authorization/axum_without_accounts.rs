//@ dep: axum = "0.8"
//! An application in which no route has a guard: there is nothing to forget.

use axum::Router;
use axum::routing::{delete, get, post};

pub fn router() -> Router {
    Router::new().route("/notes", get(list).post(create)).route("/notes/{id}", delete(remove))
}

async fn list() -> &'static str {
    "notes"
}

async fn create(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}

pub fn counters() -> Router {
    Router::new().route("/counters", post(create))
}
