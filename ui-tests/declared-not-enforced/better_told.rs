//@ dep: axum = "0.8"
//@ dep: utoipa = "5"
//@ dep: utoipa-axum = "0.2"
//! Of a route that changes something beside guarded ones another lint tells.

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
    OpenApiRouter::new().routes(routes!(add)).routes(routes!(change)).routes(routes!(replace)).routes(routes!(clear)) //~ missing-authorization
}

#[utoipa::path(post, path = "/figures", security(("token" = [])))]
async fn add(_reader: Reader, text: String) {
    let _ = std::fs::write("figures", text);
}

#[utoipa::path(put, path = "/figures", security(("token" = [])))]
async fn change(_reader: Reader, text: String) {
    let _ = std::fs::write("figures", text);
}

#[utoipa::path(patch, path = "/figures", security(("token" = [])))]
async fn replace(_reader: Reader, text: String) {
    let _ = std::fs::write("figures", text);
}

#[utoipa::path(delete, path = "/figures", security(("token" = [])))]
async fn clear() {
    let _ = std::fs::remove_file("figures");
}
