//@ dep: axum = "0.8"
//! What the siblings call looks at what was sent: removing needs no such look.

use axum::Router;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::routing::{delete, get, post, put};

#[derive(Clone)]
pub struct App;

pub struct User {
    pub id: u64,
    pub admin: bool,
}

impl FromRequestParts<App> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<User, StatusCode> {
        let token = parts.headers.get("authorization").ok_or(StatusCode::UNAUTHORIZED)?;
        let id = verify_token(token.as_bytes()).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(User { id, admin: id == 1 })
    }
}

fn verify_token(token: &[u8]) -> Option<u64> {
    std::str::from_utf8(token).ok()?.parse().ok()
}

impl User {
    pub fn ensure_admin(&self) -> Result<(), StatusCode> {
        if self.admin { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

pub struct Invalid;

impl axum::response::IntoResponse for Invalid {
    fn into_response(self) -> axum::response::Response {
        StatusCode::UNPROCESSABLE_ENTITY.into_response()
    }
}

pub async fn validate_label(user: &User, label: &str) -> Result<(), Invalid> {
    if label.len() < 64 && !label.contains(&user.id.to_string()) { Ok(()) } else { Err(Invalid) }
}

pub fn router() -> Router {
    Router::new()
        .route("/users/{id}/key", post(create))
        .route("/users/{id}/key", delete(remove))
        .route("/users/{id}/key", put(replace))
        .with_state(App)
}

async fn create(user: User, Path(id): Path<u64>, label: String) -> Result<String, Invalid> {
    validate_label(&user, &label).await?;
    Ok(format!("{label} of {id}"))
}

async fn remove(user: User, Path(id): Path<u64>) -> String {
    format!("{id} by {}", user.id)
}

async fn replace(user: User, Path(id): Path<u64>, label: String) -> Result<String, Invalid> {
    validate_label(&user, &label).await?;
    Ok(format!("{label} of {id}"))
}
