//! A web service with one mistake per module; see each of them for what is wrong and what is right.

pub mod access;
pub mod articles;
pub mod links;
pub mod partner;
pub mod passwords;
pub mod sessions;

use axum::Router;
use axum::routing::{delete, get, post, put};

/// All routes.
pub fn app() -> Router {
    Router::new()
        .route("/articles", get(articles::list))
        .route("/articles", post(articles::create))
        // Everybody may delete: the handler has no parameter that asks who is calling.
        .route("/articles/{id}", delete(articles::remove))
        .route("/articles/{id}", put(articles::update))
}
