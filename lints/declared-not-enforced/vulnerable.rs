//@ dep: axum = "0.8"
//@ dep: utoipa = "5"
//@ dep: utoipa-axum = "0.2"
//! Figures of a company.

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

/// All routes.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(sales)).routes(routes!(costs)).routes(routes!(orders)).routes(routes!(salaries))
}

#[utoipa::path(get, path = "/sales/{year}", security(("token" = [])), responses((status = 200)))]
async fn sales(_reader: Reader, Path(year): Path<u16>) -> String {
    std::fs::read_to_string(format!("sales-{year}")).unwrap_or_default()
}

#[utoipa::path(get, path = "/costs/{year}", security(("token" = [])), responses((status = 200)))]
async fn costs(_reader: Reader, Path(year): Path<u16>) -> String {
    std::fs::read_to_string(format!("costs-{year}")).unwrap_or_default()
}

#[utoipa::path(get, path = "/orders/{year}", security(("token" = [])), responses((status = 200)))]
async fn orders(_reader: Reader, Path(year): Path<u16>) -> String {
    std::fs::read_to_string(format!("orders-{year}")).unwrap_or_default()
}

#[utoipa::path(get, path = "/salaries/{year}", security(("token" = [])), responses((status = 200)))] //~ declared-not-enforced
async fn salaries(Path(year): Path<u16>) -> String {
    std::fs::read_to_string(format!("salaries-{year}")).unwrap_or_default()
}
