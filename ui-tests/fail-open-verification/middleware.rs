//@ dep: axum = "0.7"
//@ dep: hmac-sha256 = "1"
//@ dep: subtle = "2"
//! A layer that lets through what carries no proof.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use subtle::ConstantTimeEq;

pub async fn signed(State(secret): State<String>, request: Request, next: Next) -> Result<Response, StatusCode> {
    let Some(given) = request.headers().get("x-proof") else {
        //~^ fail-open-verification
        return Ok(next.run(request).await);
    };
    let made = hmac_sha256::HMAC::mac(request.uri().path().as_bytes(), secret.as_bytes());
    if !bool::from(made.ct_eq(given.as_bytes())) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}
