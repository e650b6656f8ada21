//@ dep: axum = "0.8"
//! The variable has one of two values, by a feature.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::extract::Path;
use axum::routing::{delete, post};

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

pub struct Forbidden;

impl axum::response::IntoResponse for Forbidden {
    fn into_response(self) -> axum::response::Response {
        StatusCode::FORBIDDEN.into_response()
    }
}

fn may_fell(user: &User, tree: u64) -> bool {
    tree / 1000 == user.0
}

pub fn router() -> Router {
    Router::new().route("/trees/{id}", delete(fell).post(fell))
}

async fn fell(user: User, Path(tree): Path<u64>) -> Result<&'static str, Forbidden> {
    #[cfg(feature = "owners")]
    let allowed = may_fell(&user, tree);
    #[cfg(not(feature = "owners"))]
    let allowed = user.0 > 0 && tree > 0;
    if !allowed {
        return Err(Forbidden);
    }
    Ok("felled")
}
