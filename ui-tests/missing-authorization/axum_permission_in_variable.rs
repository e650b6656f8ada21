//@ dep: axum = "0.8"
//! A permission is computed into a variable, and the answer is a refusal if it is not there.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::Extension;
use axum::routing::{post, put};

pub struct User(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<User, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let token = header.to_str().map_err(|_| StatusCode::UNAUTHORIZED)?;
        sessions::user_of(token).map(User).ok_or(StatusCode::UNAUTHORIZED)
    }
}

mod sessions {
    pub fn user_of(token: &str) -> Option<u64> {
        std::fs::read_to_string(format!("sessions/{token}")).ok()?.trim().parse().ok()
    }
}

#[derive(Clone)]
pub struct Context(pub u64);

pub enum Answer {
    Done,
    Forbidden,
}

impl axum::response::IntoResponse for Answer {
    fn into_response(self) -> axum::response::Response {
        let status = match self {
            Answer::Done => StatusCode::OK,
            Answer::Forbidden => StatusCode::FORBIDDEN,
        };
        status.into_response()
    }
}

fn permissions_of(context: &Context) -> Result<Vec<String>, StatusCode> {
    std::fs::read_to_string(format!("permissions/{}", context.0))
        .map(|text| text.lines().map(str::to_owned).collect())
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

pub fn router() -> Router {
    Router::new()
        .route("/notes", post(create))
        .route("/notes/{id}", put(create))
        .route("/tutorial", put(dismiss))
        .route("/tutorial/all", put(dismiss_all)) //~ missing-authorization
}

async fn create(user: User, text: String) -> String {
    text + &user.0.to_string()
}

async fn dismiss(context: Option<Extension<Context>>) -> Result<Answer, StatusCode> {
    let allowed = if let Some(Extension(context)) = &context {
        permissions_of(context)?.iter().any(|name| name == "edit")
    } else {
        false
    };
    if !allowed {
        return Ok(Answer::Forbidden);
    }
    Ok(Answer::Done)
}

async fn dismiss_all() -> Answer {
    Answer::Done
}
