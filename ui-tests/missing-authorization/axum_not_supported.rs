//@ dep: axum = "0.8"
//! Handlers that are there for old clients and fail whoever asks.

use std::sync::{Arc, Mutex};

use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::post;
use axum::{Json, Router};

#[derive(Clone, Default)]
pub struct App {
    keys: Arc<Vec<String>>,
    rows: Arc<Mutex<Vec<String>>>,
}

pub struct Operator;

impl FromRequestParts<App> for Operator {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok());
        let key = header.ok_or(StatusCode::UNAUTHORIZED)?;
        if app.keys.iter().any(|known| known == key) { Ok(Operator) } else { Err(StatusCode::UNAUTHORIZED) }
    }
}

async fn add(_operator: Operator, State(app): State<App>, row: String) -> StatusCode {
    app.rows.lock().unwrap().push(row);
    StatusCode::CREATED
}

async fn clear(_operator: Operator, State(app): State<App>) -> StatusCode {
    app.rows.lock().unwrap().clear();
    StatusCode::NO_CONTENT
}

async fn replace(State(_app): State<App>, Json(_): Json<Vec<String>>) -> Result<StatusCode, String> {
    Err::<StatusCode, _>("replacing everything is not supported".to_owned())
}

async fn sort(State(app): State<App>) -> Result<StatusCode, String> {
    app.rows.lock().map_err(|e| e.to_string())?.sort();
    Ok(StatusCode::NO_CONTENT)
}

pub fn router(app: App) -> Router {
    Router::new()
        .route("/rows", post(add))
        .route("/rows/clear", post(clear))
        .route("/rows/replace", post(replace))
        .route("/rows/sort", post(sort)) //~ missing-authorization
        .with_state(app)
}
