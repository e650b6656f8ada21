//@ dep: axum = "0.8"
//! What is made of the body is not who asks, even if it holds a token: no handler here ties a job to anybody.

use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::put;
use axum::{Json, Router};

#[derive(serde::Deserialize)]
pub struct Sent {
    callback_token: Option<String>,
    name: String,
}

pub struct Job {
    callback_token: String,
    name: String,
}

impl TryFrom<Sent> for Job {
    type Error = StatusCode;

    fn try_from(sent: Sent) -> Result<Job, StatusCode> {
        let callback_token = sent.callback_token.ok_or(StatusCode::UNAUTHORIZED)?;
        if callback_token != sent.name {
            return Err(StatusCode::FORBIDDEN);
        }
        Ok(Job { callback_token, name: sent.name })
    }
}

async fn signed_in(request: Request, next: Next) -> Result<Response, StatusCode> {
    let token = request.headers().get(AUTHORIZATION).and_then(|h| h.to_str().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
    if !std::path::Path::new(token).exists() {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

pub fn router() -> Router {
    Router::new().route("/jobs/{id}", put(update).delete(remove)).layer(from_fn(signed_in))
}

async fn update(Path(id): Path<u64>, Json(sent): Json<Sent>) -> StatusCode {
    match Job::try_from(sent) {
        Ok(job) => update_job(id, job),
        Err(status) => status,
    }
}

async fn remove(Path(id): Path<u64>) -> StatusCode {
    delete_job(id)
}

fn update_job(id: u64, job: Job) -> StatusCode {
    std::fs::write(id.to_string(), job.name + &job.callback_token).map_or(StatusCode::NOT_FOUND, |()| StatusCode::OK)
}

fn delete_job(id: u64) -> StatusCode {
    std::fs::remove_file(id.to_string()).map_or(StatusCode::NOT_FOUND, |()| StatusCode::OK)
}
