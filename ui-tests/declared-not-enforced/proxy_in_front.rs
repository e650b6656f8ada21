//@ dep: axum = "0.8"
//@ dep: utoipa = "5"
//@ dep: utoipa-axum = "0.2"
//! Everything is described as guarded and nothing is: somebody in front asks.

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
    OpenApiRouter::new().routes(routes!(one)).routes(routes!(two)).routes(routes!(three)).routes(routes!(four))
}

#[utoipa::path(get, path = "/one", security(("token" = [])))]
async fn one() -> String {
    std::fs::read_to_string("one").unwrap_or_default()
}

#[utoipa::path(get, path = "/two", security(("token" = [])))]
async fn two() -> String {
    std::fs::read_to_string("two").unwrap_or_default()
}

#[utoipa::path(get, path = "/three", security(("token" = [])))]
async fn three() -> String {
    std::fs::read_to_string("three").unwrap_or_default()
}

#[utoipa::path(get, path = "/four", security(("token" = [])))]
async fn four(_reader: Reader) -> &'static str {
    "four"
}
