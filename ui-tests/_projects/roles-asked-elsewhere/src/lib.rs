//! Nobody in `hooks.rs` asks for a role, many in the other files do.

mod hooks;
mod teams;
mod users;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::Router;

/// Who asks.
#[derive(Clone)]
pub struct Identity {
    pub name: String,
    pub is_admin: bool,
}

impl Identity {
    pub fn require_admin(&self) -> Result<(), StatusCode> {
        if self.is_admin { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

/// What all handlers share.
#[derive(Clone, Default)]
pub struct App {
    pub sessions: Arc<HashMap<String, Identity>>,
    pub rows: Arc<Mutex<Vec<String>>>,
}

/// Routes for those who are signed in.
pub fn router(app: App) -> Router {
    Router::new()
        .nest("/users", users::router())
        .nest("/teams", teams::router())
        .nest("/hooks", hooks::router())
        .layer(from_fn_with_state(app.clone(), authenticate))
        .with_state(app)
}

async fn authenticate(State(app): State<App>, mut request: Request, next: Next) -> Result<Response, StatusCode> {
    let header = request.headers().get(AUTHORIZATION).and_then(|h| h.to_str().ok());
    let token = header.ok_or(StatusCode::UNAUTHORIZED)?;
    let identity = app.sessions.get(token).cloned().ok_or(StatusCode::UNAUTHORIZED)?;
    request.extensions_mut().insert(identity);
    Ok(next.run(request).await)
}
