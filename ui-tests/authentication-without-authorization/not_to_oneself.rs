//@ dep: axum = "0.8"
//! A comparison that keeps people from doing it to themselves says nothing of owners, and a guard may ask for a role.

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

pub struct Chief(User);

impl FromRequestParts<App> for Chief {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Chief, StatusCode> {
        let user = User::from_request_parts(parts, app).await?;
        if user.admin { Ok(Chief(user)) } else { Err(StatusCode::FORBIDDEN) }
    }
}

pub fn router(app: App) -> Router {
    Router::new()
        .route("/users/{id}", delete(remove))
        .route("/users/{id}/password", put(reset))
        .route("/pages/{id}", put(change).delete(drop_page))
        .with_state(app)
}

async fn remove(Chief(user): Chief, State(app): State<App>, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    if user.id == id {
        return Err(StatusCode::CONFLICT);
    }
    app.store.delete(id).await;
    Ok(StatusCode::OK)
}

async fn reset(_chief: Chief, State(app): State<App>, Path(id): Path<u64>) -> StatusCode {
    app.store.save(id, "secret").await;
    StatusCode::OK
}

async fn change(_user: User, State(app): State<App>, Path(id): Path<u64>, text: String) -> StatusCode {
    app.store.save(id, &text).await;
    StatusCode::OK
}

async fn drop_page(user: User, State(app): State<App>, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    if user.id == id {
        return Err(StatusCode::CONFLICT);
    }
    app.store.delete(id).await;
    Ok(StatusCode::OK)
}
