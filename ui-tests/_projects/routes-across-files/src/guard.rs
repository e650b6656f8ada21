//! Who is asking.

use axum::extract::{FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;

pub async fn require_session(request: Request, next: Next) -> Result<Response, StatusCode> {
    request.headers().get("cookie").filter(|cookie| cookie.len() == 32).ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(next.run(request).await)
}

pub struct Customer(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Customer {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let cookie = parts.headers.get("cookie").and_then(|cookie| cookie.to_str().ok());
        cookie.map(|name| Customer(name.to_owned())).ok_or(StatusCode::UNAUTHORIZED)
    }
}
