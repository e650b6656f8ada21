//! Handlers that ask for nothing.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Extension, Router};

use crate::{App, Identity};

pub fn router() -> Router<App> {
    Router::new().route("/", get(list).post(create)).route("/mine", post(create_mine)).route("/{index}", get(show).delete(remove))
}

async fn list(State(app): State<App>, Extension(_identity): Extension<Identity>) -> String {
    app.rows.lock().unwrap().join("\n")
}

async fn show(State(app): State<App>, Extension(_identity): Extension<Identity>, Path(index): Path<usize>) -> String {
    app.rows.lock().unwrap()[index].clone()
}

async fn create(State(app): State<App>, Extension(_identity): Extension<Identity>, row: String) -> StatusCode {
    app.rows.lock().unwrap().push(row);
    StatusCode::CREATED
}

// It is known whose it is.
async fn create_mine(State(app): State<App>, Extension(identity): Extension<Identity>, row: String) -> StatusCode {
    app.rows.lock().unwrap().push(format!("{} {row}", identity.name));
    StatusCode::CREATED
}

async fn remove(
    State(app): State<App>,
    Extension(_identity): Extension<Identity>,
    Path(index): Path<usize>,
) -> StatusCode {
    app.rows.lock().unwrap().remove(index);
    StatusCode::NO_CONTENT
}
