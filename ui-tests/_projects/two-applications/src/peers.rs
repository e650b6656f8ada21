//! Routes for everybody.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};

use crate::App;

pub fn router(app: App) -> Router {
    Router::new().route("/jobs", get(list)).route("/jobs/offer", post(offer)).with_state(app)
}

async fn list(State(app): State<App>) -> String {
    app.jobs.lock().unwrap().join("\n")
}

async fn offer(State(app): State<App>, job: String) -> StatusCode {
    app.jobs.lock().unwrap().push(job);
    StatusCode::ACCEPTED
}
