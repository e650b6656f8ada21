//@ dep: axum = "0.8"
//@ dep: utoipa = "5"
//@ dep: utoipa-axum = "0.2"
//! The answer 401 is described, and nobody gets it. Of a sign-in it is the answer to a wrong password.

use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Somebody with a token.
pub struct Reader;

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Reader, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok());
        let token = header.and_then(|h| h.strip_prefix("Bearer ")).ok_or(StatusCode::UNAUTHORIZED)?;
        let known = std::fs::read_to_string("tokens").unwrap_or_default();
        if known.lines().any(|line| line.len() == token.len()) { Ok(Reader) } else { Err(StatusCode::UNAUTHORIZED) }
    }
}

pub fn router() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(one)).routes(routes!(two)).routes(routes!(three)).routes(routes!(figures)).routes(routes!(login))
}

#[utoipa::path(get, path = "/one", responses((status = 200), (status = 401, description = "no token")))]
async fn one(_reader: Reader) -> String {
    std::fs::read_to_string("one").unwrap_or_default()
}

#[utoipa::path(get, path = "/two", responses((status = 200), (status = 401, description = "no token")))]
async fn two(_reader: Reader) -> String {
    std::fs::read_to_string("two").unwrap_or_default()
}

#[utoipa::path(get, path = "/three", responses((status = 200), (status = 401, description = "no token")))]
async fn three(_reader: Reader) -> String {
    std::fs::read_to_string("three").unwrap_or_default()
}

#[utoipa::path(get, path = "/figures", responses((status = 200), (status = 401, description = "no token")))] //~ declared-not-enforced
async fn figures() -> String {
    std::fs::read_to_string("figures").unwrap_or_default()
}

#[utoipa::path(post, path = "/login", responses((status = 200), (status = 401, description = "no token")))]
async fn login(name: String) -> String {
    std::fs::read_to_string(name).unwrap_or_default()
}
