//@ dep: axum = "0.8"
//! Handlers ask for a scope and a role, one for the scope only.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{post, put};
use axum::{Extension, Router};

/// Who asks.
#[derive(Clone)]
pub struct Identity {
    name: String,
    admin: bool,
    scopes: Vec<String>,
}

impl Identity {
    fn require_admin(&self) -> Result<(), StatusCode> {
        if self.admin { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }

    fn require_scope(&self, scope: &str) -> Result<(), StatusCode> {
        if self.scopes.iter().any(|s| s == scope) { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

/// What all handlers share.
#[derive(Clone, Default)]
pub struct App {
    sessions: Arc<HashMap<String, Identity>>,
    rows: Arc<Mutex<Vec<String>>>,
}

/// Routes for those who are signed in.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/grants", post(create_grant))
        .route("/grants/{index}", put(replace_grant).delete(remove_grant))
        .route("/notes", post(create_note))
        .route("/notes/{index}", put(replace_note).delete(remove_note))
        .layer(from_fn_with_state(app.clone(), authenticate))
        .with_state(app)
}

async fn authenticate(State(app): State<App>, mut request: Request, next: Next) -> Result<Response, StatusCode> {
    let header = request.headers().get(AUTHORIZATION).and_then(|h| h.to_str().ok());
    let token = header.ok_or(StatusCode::UNAUTHORIZED)?;
    let identity = app.sessions.get(token).cloned().ok_or(StatusCode::UNAUTHORIZED)?;
    request.extensions_mut().insert(Some(identity));
    Ok(next.run(request).await)
}

fn require_identity(identity: Option<Identity>) -> Result<Identity, StatusCode> {
    identity.ok_or(StatusCode::UNAUTHORIZED)
}

type Known = Extension<Option<Identity>>;

async fn create_grant(State(app): State<App>, Extension(who): Extension<Option<Identity>>, row: String) -> Result<(), StatusCode> {
    let who = require_identity(who)?;
    who.require_scope("write")?;
    who.require_admin()?;
    app.rows.lock().unwrap().push(row);
    Ok(())
}

async fn replace_grant(
    State(app): State<App>,
    Extension(who): Extension<Option<Identity>>,
    Path(index): Path<usize>,
    row: String,
) -> Result<(), StatusCode> {
    let who = require_identity(who)?;
    who.require_scope("write")?;
    who.require_admin()?;
    app.rows.lock().unwrap()[index] = row;
    Ok(())
}

async fn remove_grant( //~ authorization-outlier
    State(app): State<App>,
    Extension(who): Extension<Option<Identity>>,
    Path(index): Path<usize>,
) -> Result<(), StatusCode> {
    let who = require_identity(who)?;
    who.require_scope("delete")?;
    app.rows.lock().unwrap().remove(index);
    Ok(())
}

// Everybody may write a note.
async fn create_note(State(app): State<App>, Extension(who): Known, row: String) -> Result<(), StatusCode> {
    let who = require_identity(who)?;
    who.require_scope("write")?;
    app.rows.lock().unwrap().push(row);
    Ok(())
}

async fn replace_note(State(app): State<App>, Extension(who): Known, Path(index): Path<usize>, row: String) -> Result<(), StatusCode> {
    let who = require_identity(who)?;
    who.require_scope("write")?;
    who.require_admin()?;
    app.rows.lock().unwrap()[index] = row;
    Ok(())
}

// Whose it is decides here, in place of the role.
async fn remove_note(State(app): State<App>, Extension(who): Known, Path(index): Path<usize>) -> Result<(), StatusCode> {
    let who = require_identity(who)?;
    who.require_scope("delete")?;
    let mut rows = app.rows.lock().unwrap();
    if !rows[index].starts_with(&who.name) {
        return Err(StatusCode::FORBIDDEN);
    }
    rows.remove(index);
    Ok(())
}
