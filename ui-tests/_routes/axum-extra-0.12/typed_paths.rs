//@ dep: axum = "0.8"
//@ dep: axum-extra = { version = "0.12", features = ["typed-routing"] }
//@ dep: serde = { version = "1", features = ["derive"] }
//! The path stands on the type of the handler's first parameter.

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::StatusCode;
use axum::Router;
use axum_extra::routing::{RouterExt, TypedPath};
use serde::Deserialize;

#[derive(TypedPath, Deserialize)]
#[typed_path("/articles")]
struct Articles;

#[derive(TypedPath, Deserialize)]
#[typed_path("/articles/{id}", rejection(StatusCode))]
struct Article {
    id: u64,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/articles/{id}/comments/{comment}")]
struct Comment {
    id: u64,
    comment: u64,
}

pub struct Author(String);

impl<S: Send + Sync> FromRequestParts<S> for Author {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        author_of(token).map(Author).ok_or(StatusCode::UNAUTHORIZED)
    }
}

async fn list(_: Articles) -> String {
    String::new()
}

async fn create(_: Articles, Author(name): Author) -> String {
    name
}

async fn update(Article { id }: Article, _: Author) -> String {
    id.to_string()
}

async fn remove(Article { id }: Article, _: Author) -> String {
    id.to_string()
}

async fn remove_comment(Comment { id, comment }: Comment) -> String {
    format!("{id} {comment}")
}

fn articles() -> Router {
    Router::new()
        .typed_get(list)
        .typed_post(create)
        .typed_put(update)
        .typed_delete(remove)
        .typed_delete(remove_comment)
        .typed_get(|Article { id }: Article| async move { id.to_string() })
}

pub fn app() -> Router {
    Router::new().nest("/api", articles()).route_with_tsr("/health", axum::routing::get(|| async { "ok" }))
}
