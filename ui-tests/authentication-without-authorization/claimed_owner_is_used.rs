//@ dep: axum = "0.8"
//@ dep: serde = "1"
//! Who asks is compared with the path, and what is changed is named by the path too.

use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, get, post, put};
use axum::{Json, Router};

#[derive(Clone)]
pub struct App {
    store: Store,
}

pub struct User {
    id: u64,
    admin: bool,
}

impl FromRequestParts<App> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<User, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
        app.store.session(token).await.ok_or(StatusCode::UNAUTHORIZED)
    }
}

#[derive(Clone)]
pub struct Store;

pub struct Note {
    pub owner: u64,
    pub text: String,
}

impl Store {
    pub async fn session(&self, token: &str) -> Option<User> {
        std::fs::read_to_string(token).ok().map(|id| User { id: id.len() as u64, admin: false })
    }

    pub async fn find(&self, id: u64) -> Option<Note> {
        std::fs::read_to_string(id.to_string()).ok().map(|text| Note { owner: 0, text })
    }

    pub async fn save(&self, id: u64, text: &str) {
        let _ = std::fs::write(id.to_string(), text);
    }

    pub async fn delete(&self, id: u64) {
        let _ = std::fs::remove_file(id.to_string());
    }

    pub async fn star(&self, id: u64, user: u64) {
        let _ = std::fs::write(format!("{id}-{user}"), "");
    }
}

#[derive(serde::Deserialize)]
pub struct Change {
    user_id: u64,
    text: String,
}

pub fn router(app: App) -> Router {
    Router::new()
        .route("/users/{user_id}", put(change))
        .route("/users/{user_id}/notes/{id}", put(star))
        .with_state(app)
}

async fn change(
    user: User,
    State(app): State<App>,
    Path(user_id): Path<u64>,
    Json(change): Json<Change>,
) -> Result<StatusCode, StatusCode> {
    if user.id != user_id {
        return Err(StatusCode::FORBIDDEN);
    }
    if change.user_id != user_id {
        return Err(StatusCode::BAD_REQUEST);
    }
    app.store.save(user_id, &change.text).await;
    Ok(StatusCode::OK)
}

async fn star(
    user: User,
    State(app): State<App>,
    Path((user_id, id)): Path<(u64, u64)>,
) -> Result<StatusCode, StatusCode> {
    if user.id != user_id {
        return Err(StatusCode::FORBIDDEN);
    }
    app.store.star(id, user_id).await;
    Ok(StatusCode::OK)
}
