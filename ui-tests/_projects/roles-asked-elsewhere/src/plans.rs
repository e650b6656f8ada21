//! Handlers of which one asks for a role.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{post, put};
use axum::{Extension, Router};

use crate::{App, Identity};

pub fn router() -> Router<App> {
    Router::new().route("/", post(create)).route("/{index}", put(replace).delete(remove))
}

async fn create(State(app): State<App>, Extension(_identity): Extension<Identity>, row: String) -> StatusCode { //~ identity-extracted-and-dropped
    app.rows.lock().unwrap().push(row);
    StatusCode::CREATED
}

async fn replace(
    State(app): State<App>,
    Extension(_identity): Extension<Identity>, //~ identity-extracted-and-dropped
    Path(index): Path<usize>,
    row: String,
) -> StatusCode {
    app.rows.lock().unwrap()[index] = row;
    StatusCode::NO_CONTENT
}

async fn remove(
    State(app): State<App>,
    Extension(identity): Extension<Identity>,
    Path(index): Path<usize>,
) -> Result<(), StatusCode> {
    identity.require_admin()?;
    app.rows.lock().unwrap().remove(index);
    Ok(())
}
