//@ dep: axum = "0.8"
//! A layer knows who asks; one handler does not even take it.

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

#[derive(Clone)]
pub struct Caller {
    id: u64,
}

async fn sign_in(
    State(app): State<App>,
    mut request: axum::extract::Request,
    next: axum::middleware::Next,
) -> Result<axum::response::Response, StatusCode> {
    let token = request.headers().get(AUTHORIZATION).and_then(|h| h.to_str().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
    let user = app.store.session(token).await.ok_or(StatusCode::UNAUTHORIZED)?;
    request.extensions_mut().insert(Caller { id: user.id });
    Ok(next.run(request).await)
}

pub fn router(app: App) -> Router {
    Router::new()
        .route("/notes/{id}", put(change).delete(remove))
        .layer(axum::middleware::from_fn_with_state(app.clone(), sign_in))
        .with_state(app)
}

async fn change(
    axum::Extension(caller): axum::Extension<Caller>,
    State(app): State<App>,
    Path(id): Path<u64>,
    text: String,
) -> Result<StatusCode, StatusCode> {
    let note = app.store.find(id).await.filter(|note| note.owner == caller.id);
    note.ok_or(StatusCode::NOT_FOUND)?;
    app.store.save(id, &text).await;
    Ok(StatusCode::OK)
}

async fn remove(State(app): State<App>, Path(id): Path<u64>) -> StatusCode {
    app.store.delete(id).await; //~ authentication-without-authorization
    StatusCode::NO_CONTENT
}
