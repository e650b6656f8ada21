//@ dep: axum = "0.8"
//@ dep: tracing = "0.1"
//! What an extractor holds is recorded by the attribute, though the parameter is a pattern.

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Form, Json};

#[derive(Debug)]
struct Login {
    name: String,
    password: String, //~ secret-in-debug
}

#[derive(Debug)]
struct Change {
    name: String,
    password: String,
}

#[derive(Clone)]
struct App;

#[tracing::instrument(skip(app))]
pub(crate) async fn sign_in(State(app): State<App>, Form(login): Form<Login>) -> StatusCode {
    let _ = (app, login.name.len());
    StatusCode::OK
}

#[tracing::instrument(skip(app, change))]
pub(crate) async fn change(State(app): State<App>, Json(change): Json<Change>) -> StatusCode {
    let _ = (app, change.name.len());
    StatusCode::OK
}
