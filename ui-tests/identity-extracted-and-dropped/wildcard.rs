//@ dep: axum = "0.8"
//! The parameter has no name at all.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{delete, get, post};
use axum::{Extension, Router};

/// Who asks.
#[derive(Clone)]
pub struct Identity {
    admin: bool,
}

impl Identity {
    fn require_admin(&self) -> Result<(), StatusCode> {
        if self.admin { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

/// What all handlers share.
#[derive(Clone, Default)]
pub struct App {
    sessions: Arc<HashMap<String, Identity>>,
    rules: Arc<Mutex<Vec<String>>>,
}

/// Routes for those who are signed in.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/rules", get(list_rules).post(add_rule))
        .route("/rules/{index}", delete(remove_rule))
        .route("/rules/import", post(import_rules))
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

async fn list_rules(State(app): State<App>, Extension(_identity): Extension<Identity>) -> String {
    app.rules.lock().map(|rules| rules.join("\n")).unwrap_or_default()
}

async fn add_rule(
    State(app): State<App>,
    Extension(identity): Extension<Identity>,
    rule: String,
) -> Result<StatusCode, StatusCode> {
    identity.require_admin()?;
    app.rules.lock().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?.push(rule);
    Ok(StatusCode::CREATED)
}

async fn import_rules(
    State(app): State<App>,
    Extension(identity): Extension<Identity>,
    rules: String,
) -> Result<StatusCode, StatusCode> {
    identity.require_admin()?;
    let mut all = app.rules.lock().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    all.extend(rules.lines().map(str::to_owned));
    Ok(StatusCode::CREATED)
}

async fn remove_rule(
    State(app): State<App>,
    _: Extension<Identity>, //~ identity-extracted-and-dropped
    Path(index): Path<usize>,
) -> Result<StatusCode, StatusCode> {
    let mut rules = app.rules.lock().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    if index < rules.len() {
        rules.remove(index);
    }
    Ok(StatusCode::NO_CONTENT)
}
