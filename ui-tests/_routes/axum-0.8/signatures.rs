//@ dep: axum = "0.8"
//@ dep: hmac = "0.12"
//@ dep: hex = "0.4"
//@ dep: sha2 = "0.10"
//! A question that is answered with yes or no, and what is made of the answer.

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use hmac::{Hmac, Mac};
use sha2::Sha256;

fn signed(headers: &HeaderMap, body: &[u8], secret: &[u8]) -> bool {
    let Some(sent) = headers.get("x-signature").and_then(|v| hex::decode(v).ok()) else {
        return false;
    };
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        return false;
    };
    mac.update(body);
    mac.verify_slice(&sent).is_ok()
}

fn signed_if_at_all(headers: &HeaderMap, body: &[u8], secret: &[u8]) -> bool {
    let Some(sent) = headers.get("x-signature").and_then(|v| hex::decode(v).ok()) else {
        return true;
    };
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        return false;
    };
    mac.update(body);
    mac.verify_slice(&sent).is_ok()
}

async fn book(headers: HeaderMap, body: Bytes) -> Result<StatusCode, StatusCode> {
    if !signed(&headers, &body, b"from the settings") {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(StatusCode::CREATED)
}

async fn lend(headers: HeaderMap, body: Bytes) -> Result<StatusCode, StatusCode> {
    if !signed_if_at_all(&headers, &body, b"from the settings") {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(StatusCode::CREATED)
}

async fn burn(headers: HeaderMap, body: Bytes) -> StatusCode {
    if !signed(&headers, &body, b"from the settings") {
        println!("a signature is wrong");
    }
    StatusCode::OK
}

async fn list() -> &'static str {
    "books"
}

pub fn app() -> Router {
    Router::new()
        .route("/books", get(list).post(book))
        .route("/books/lend", post(lend))
        .route("/books/burn", post(burn))
}
