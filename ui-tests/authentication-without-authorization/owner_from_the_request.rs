//@ dep: axum = "0.8"
//! The owner of a note is compared with a field of the form; in another handler with who asks, or the field is.

use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::put;
use axum::{Json, Router};

pub struct User {
    pub account_id: u64,
}

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok());
        token.and_then(user_of).ok_or(StatusCode::UNAUTHORIZED)
    }
}

fn user_of(token: &str) -> Option<User> {
    let account_id = std::fs::read_to_string(format!("users/{token}")).ok()?.parse().ok()?;
    Some(User { account_id })
}

pub struct Note {
    account_id: u64,
}

#[derive(serde::Deserialize)]
pub struct Form {
    account_id: u64,
    text: String,
}

pub struct Notes;

impl Notes {
    fn find(&self, id: u64) -> Option<Note> {
        Some(Note { account_id: std::fs::read_to_string(format!("notes/{id}")).ok()?.parse().ok()? })
    }

    fn update(&self, id: u64, text: &str) {
        let _ = std::fs::write(format!("notes/{id}"), text);
    }
}

pub fn router() -> Router {
    Router::new()
        .route("/notes/{id}", put(replace))
        .route("/drafts/{id}", put(replace_own))
        .route("/copies/{id}", put(replace_both))
}

async fn replace(user: User, Path(id): Path<u64>, Json(form): Json<Form>) -> Result<String, StatusCode> {
    println!("{} replaces {id}", user.account_id);
    let note = Notes.find(id).ok_or(StatusCode::NOT_FOUND)?;
    if note.account_id != form.account_id {
        return Err(StatusCode::FORBIDDEN);
    }
    Notes.update(id, &form.text); //~ authentication-without-authorization
    Ok(form.text)
}

async fn replace_own(user: User, Path(id): Path<u64>, Json(form): Json<Form>) -> Result<String, StatusCode> {
    let note = Notes.find(id).ok_or(StatusCode::NOT_FOUND)?;
    if note.account_id != user.account_id {
        return Err(StatusCode::FORBIDDEN);
    }
    Notes.update(id, &form.text);
    Ok(form.text)
}

async fn replace_both(user: User, Path(id): Path<u64>, Json(form): Json<Form>) -> Result<String, StatusCode> {
    let note = Notes.find(id).ok_or(StatusCode::NOT_FOUND)?;
    if note.account_id != form.account_id {
        return Err(StatusCode::FORBIDDEN);
    }
    if form.account_id != user.account_id {
        return Err(StatusCode::FORBIDDEN);
    }
    Notes.update(id, &form.text);
    Ok(form.text)
}
