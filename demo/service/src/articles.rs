//! Handlers. Those that change something ask for an administrator; `remove` was forgotten.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::access::Administrator;

#[derive(Deserialize, Serialize)]
pub struct Article {
    title: String,
}

pub async fn list() -> Json<Vec<Article>> {
    Json(Vec::new())
}

pub async fn create(_caller: Administrator, Json(article): Json<Article>) -> (StatusCode, Json<Article>) {
    (StatusCode::CREATED, Json(article))
}

pub async fn update(
    _caller: Administrator,
    Path(_id): Path<u64>,
    Json(article): Json<Article>,
) -> Json<Article> {
    Json(article)
}

pub async fn remove(Path(_id): Path<u64>) -> StatusCode {
    StatusCode::NO_CONTENT
}
