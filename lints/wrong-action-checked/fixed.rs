//@ dep: axum = "0.8"
//! Tokens of an account.

use std::sync::{Arc, Mutex};

use axum::extract::{Path, State};
use axum::http::StatusCode;

/// What somebody may do.
#[derive(Clone, Copy, PartialEq)]
pub enum Permission {
    /// See which tokens there are.
    ListTokens,
    /// Make a token.
    CreateToken,
    /// Make a token useless.
    DeleteToken,
}

/// Somebody who is signed in, with what they may do.
#[derive(Clone)]
pub struct Member {
    granted: Vec<Permission>,
}

/// Refuses who may not.
fn authorize(member: &Member, permission: Permission) -> Result<(), StatusCode> {
    if member.granted.contains(&permission) { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
}

/// The tokens.
#[derive(Clone)]
pub struct App {
    member: Member,
    tokens: Arc<Mutex<Vec<String>>>,
}

/// Lists them.
pub async fn list_tokens(State(app): State<App>) -> Result<String, StatusCode> {
    authorize(&app.member, Permission::ListTokens)?;
    Ok(app.tokens.lock().map(|tokens| tokens.join("\n")).unwrap_or_default())
}

/// Adds one.
pub async fn create_token(State(app): State<App>, token: String) -> Result<StatusCode, StatusCode> {
    authorize(&app.member, Permission::CreateToken)?;
    app.tokens.lock().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?.push(token);
    Ok(StatusCode::CREATED)
}

/// Removes one.
pub async fn delete_token(State(app): State<App>, Path(index): Path<usize>) -> Result<StatusCode, StatusCode> {
    authorize(&app.member, Permission::DeleteToken)?;
    let mut tokens = app.tokens.lock().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    if index < tokens.len() {
        tokens.remove(index);
    }
    Ok(StatusCode::NO_CONTENT)
}
