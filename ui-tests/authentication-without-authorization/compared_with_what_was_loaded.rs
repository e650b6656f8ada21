//@ dep: axum = "0.8"
//! The sibling loads the note and compares its owner; the handler that deletes only logs who asks.

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

pub fn router(app: App) -> Router {
    Router::new().route("/notes/{id}", put(change).delete(remove)).with_state(app)
}

async fn change(user: User, State(app): State<App>, Path(id): Path<u64>, text: String) -> Result<StatusCode, StatusCode> {
    let note = app.store.find(id).await.ok_or(StatusCode::NOT_FOUND)?;
    if note.owner != user.id {
        return Err(StatusCode::NOT_FOUND);
    }
    app.store.save(id, &text).await;
    Ok(StatusCode::OK)
}

async fn remove(user: User, State(app): State<App>, Path(id): Path<u64>) -> StatusCode {
    println!("{} deletes {id}", user.id);
    app.store.delete(id).await; //~ authentication-without-authorization
    StatusCode::NO_CONTENT
}
