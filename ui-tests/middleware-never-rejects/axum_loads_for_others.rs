//@ dep: axum = "0.8"
//! A middleware that loads who is known, for handlers that ask.

use axum::{Extension, Router};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, post};

#[derive(Clone)]
pub struct Known(pub u64);

async fn load(mut request: Request, next: Next) -> Response {
    let token = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    if let Some(known) = token.and_then(known_by) {
        request.extensions_mut().insert(known);
    }
    next.run(request).await
}

fn known_by(token: &str) -> Option<Known> {
    let line = std::fs::read_to_string(format!("tokens/{token}")).ok()?;
    line.trim().parse().ok().map(Known)
}

pub fn router() -> Router {
    Router::new()
        .route("/doors", post(change))
        .route("/doors/{id}", delete(remove))
        .layer(from_fn(load))
}

async fn change(known: Option<Extension<Known>>, text: String) -> Result<String, StatusCode> {
    let Some(Extension(known)) = known else { return Err(StatusCode::UNAUTHORIZED) };
    Ok(text + &known.0.to_string())
}

async fn remove(known: Option<Extension<Known>>) -> Result<String, StatusCode> {
    let Some(Extension(known)) = known else { return Err(StatusCode::UNAUTHORIZED) };
    Ok(known.0.to_string())
}
