//@ dep: axum = "0.8"
//@ dep: bcrypt = "0.15"
//! Where one registers elsewhere, what makes an account is for those who may.

use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{post, put};
use axum::{Json, Router};

pub struct Singer(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for Singer {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Singer, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let token = header.to_str().map_err(|_| StatusCode::UNAUTHORIZED)?;
        std::fs::read_to_string(token).ok().and_then(|id| id.parse().ok()).map(Singer).ok_or(StatusCode::UNAUTHORIZED)
    }
}

#[derive(serde::Deserialize)]
pub struct Newcomer {
    name: String,
    password: String,
}

pub fn router() -> Router {
    Router::new()
        .route("/choir", post(join))
        .route("/choir/{id}/voice", put(set_voice))
        .route("/choir/{id}/seat", put(set_seat))
        .route("/register", post(register))
}

async fn join(Json(newcomer): Json<Newcomer>) -> StatusCode {
    enrol(&newcomer)
}

fn enrol(newcomer: &Newcomer) -> StatusCode {
    match bcrypt::hash(&newcomer.password, 12) {
        Ok(hash) => std::fs::write(&newcomer.name, hash).map_or(StatusCode::CONFLICT, |()| StatusCode::CREATED),
        Err(_) => StatusCode::BAD_REQUEST,
    }
}

async fn set_voice(Singer(me): Singer, Path(id): Path<u64>) -> StatusCode {
    if me == id { StatusCode::NO_CONTENT } else { StatusCode::FORBIDDEN }
}

async fn set_seat(Singer(me): Singer, Path(id): Path<u64>) -> StatusCode {
    if me == id { StatusCode::NO_CONTENT } else { StatusCode::FORBIDDEN }
}

async fn register(Json(newcomer): Json<Newcomer>) -> StatusCode {
    enrol(&newcomer)
}
