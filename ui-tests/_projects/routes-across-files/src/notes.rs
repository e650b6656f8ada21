//! Guarded by the layer of the outermost router.

use axum::Router;
use axum::routing::{delete, post};

pub fn router() -> Router {
    Router::new().route("/", post(create)).route("/{id}", delete(remove))
}

async fn create(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}
