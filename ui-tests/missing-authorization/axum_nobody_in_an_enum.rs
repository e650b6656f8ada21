//@ dep: axum = "0.8"
//! Who asks may be nobody: handlers that leave if there is no name ask, whatever they say then.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Extension, Request, State};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, post, put};
use axum::{Json, Router};

#[derive(Clone)]
pub enum User {
    Unknown,
    Known { login: String },
}

impl User {
    pub fn username(&self) -> Option<&str> {
        match self {
            User::Known { login } => Some(login),
            User::Unknown => None,
        }
    }
}

pub struct Failure(&'static str);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}

type Shelf = Arc<Mutex<HashMap<String, String>>>;

pub fn router(shelf: Shelf) -> Router {
    Router::new()
        .route("/notes", put(write))
        .route("/notes", delete(clear))
        .route("/notes/first", post(first))
        .route("/notes/all", delete(clear_all)) //~ missing-authorization
        .layer(from_fn(who))
        .with_state(shelf)
}

async fn who(mut request: Request, next: Next) -> Response {
    let token = request.headers().get("authorization").and_then(|v| v.to_str().ok());
    let user = match token.and_then(login_of) {
        Some(login) => User::Known { login },
        None => User::Unknown,
    };
    request.extensions_mut().insert(user);
    next.run(request).await
}

fn login_of(token: &str) -> Option<String> {
    token.strip_prefix("key-").map(str::to_owned)
}

async fn write(State(shelf): State<Shelf>, Extension(user): Extension<User>, Json(text): Json<String>) -> Result<(), Failure> {
    let name = user.username().ok_or_else(|| Failure("missing name"))?;
    shelf.lock().map_err(|_| Failure("broken"))?.insert(name.to_owned(), text);
    Ok(())
}

async fn clear(State(shelf): State<Shelf>, Extension(user): Extension<User>) -> Result<(), Failure> {
    let name = user.username().ok_or(Failure("missing name"))?;
    shelf.lock().map_err(|_| Failure("broken"))?.remove(name);
    Ok(())
}

async fn first(State(shelf): State<Shelf>, Extension(user): Extension<User>, Json(text): Json<String>) {
    let name = user.username().expect("somebody").to_owned();
    if let Ok(mut shelf) = shelf.lock() {
        shelf.insert(name, text);
    }
}

async fn clear_all(State(shelf): State<Shelf>) {
    if let Ok(mut shelf) = shelf.lock() {
        shelf.clear();
    }
}
