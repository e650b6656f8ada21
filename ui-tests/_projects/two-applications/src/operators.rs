//! Routes for those who have a key.

use axum::Router;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, post};

use crate::App;

/// Somebody who has a key.
pub struct Operator;

impl FromRequestParts<App> for Operator {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok());
        let key = header.ok_or(StatusCode::UNAUTHORIZED)?;
        if app.keys.iter().any(|known| known == key) { Ok(Operator) } else { Err(StatusCode::UNAUTHORIZED) }
    }
}

pub fn router(app: App) -> Router {
    Router::new()
        .route("/jobs/add", post(add))
        .route("/jobs/clear", post(clear))
        .route("/jobs/{index}", delete(remove))
        .with_state(app)
}

async fn add(_operator: Operator, State(app): State<App>, job: String) -> StatusCode {
    app.jobs.lock().unwrap().push(job);
    StatusCode::CREATED
}

async fn clear(_operator: Operator, State(app): State<App>) -> StatusCode {
    app.jobs.lock().unwrap().clear();
    StatusCode::NO_CONTENT
}

async fn remove(_operator: Operator, State(app): State<App>, Path(index): Path<usize>) -> StatusCode {
    app.jobs.lock().unwrap().remove(index);
    StatusCode::NO_CONTENT
}
