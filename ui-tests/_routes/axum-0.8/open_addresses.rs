//@ dep: axum = "0.8"
//! Middlewares that ask for a token except at some addresses, or only at some.

use axum::Router;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{get, post};

const OPEN: &[&str] = &["/status", "/subscribe"];
static ASKED: [&str; 2] = ["/books", "/shelves"];

fn account_of(token: &str) -> Option<u64> {
    std::fs::read_to_string(format!("tokens/{token}")).ok()?.parse().ok()
}

fn verify(request: &Request) -> Result<u64, StatusCode> {
    let token = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    token.and_then(account_of).ok_or(StatusCode::UNAUTHORIZED)
}

/// All but the addresses of a constant.
async fn but_listed(request: Request, next: Next) -> Result<Response, StatusCode> {
    if OPEN.contains(&request.uri().path()) {
        return Ok(next.run(request).await);
    }
    verify(&request)?;
    Ok(next.run(request).await)
}

/// Only below the addresses of a static.
async fn listed_only(request: Request, next: Next) -> Result<Response, StatusCode> {
    let path = request.uri().path();
    if ASKED.iter().any(|asked| path.starts_with(asked)) {
        verify(&request)?;
    }
    Ok(next.run(request).await)
}

fn is_open(path: &str) -> bool {
    if path.starts_with("/assets/") {
        return true;
    }
    matches!(path, "/status" | "/subscribe")
}

/// All but what a function says.
async fn but_what_is_open(request: Request, next: Next) -> Result<Response, StatusCode> {
    if !is_open(request.uri().path()) {
        verify(&request)?;
    }
    Ok(next.run(request).await)
}

fn is_for_everybody(request: &Request) -> bool {
    if request.method() == Method::OPTIONS {
        return true;
    }
    OPEN.contains(&request.uri().path())
}

/// All questions of browsers, and the addresses of a constant whatever the method.
async fn but_questions(request: Request, next: Next) -> Result<Response, StatusCode> {
    if !is_for_everybody(&request) {
        verify(&request)?;
    }
    Ok(next.run(request).await)
}

/// By the arms of a match.
async fn by_arms(request: Request, next: Next) -> Result<Response, StatusCode> {
    match request.uri().path() {
        "/status" | "/subscribe" => Ok(next.run(request).await),
        _ => {
            verify(&request)?;
            Ok(next.run(request).await)
        }
    }
}

/// The other way round: what does not begin like this is open.
async fn unless_below(request: Request, next: Next) -> Result<Response, StatusCode> {
    if !request.uri().path().starts_with("/books") {
        return Ok(next.run(request).await);
    }
    verify(&request)?;
    Ok(next.run(request).await)
}

fn shop() -> Router {
    Router::new()
        .route("/status", get(status))
        .route("/subscribe", post(subscribe))
        .route("/assets/logo", get(status))
        .route("/books", post(add))
        .route("/books/{id}", post(change))
        .route("/carts", post(add))
}

pub fn application() -> Router {
    Router::new()
        .nest("/listed", shop().layer(from_fn(but_listed)))
        .nest("/only", shop().layer(from_fn(listed_only)))
        .nest("/function", shop().layer(from_fn(but_what_is_open)))
        .nest("/questions", shop().layer(from_fn(but_questions)))
        .nest("/arms", shop().layer(from_fn(by_arms)))
        .nest("/below", shop().layer(from_fn(unless_below)))
}

async fn status() -> &'static str {
    "open"
}

async fn subscribe(address: String) -> String {
    address
}

async fn add(text: String) -> String {
    text
}

async fn change(text: String) -> String {
    text
}
