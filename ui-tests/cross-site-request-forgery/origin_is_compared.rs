//@ dep: axum = "0.8"
//@ dep: tower-sessions = "0.14"
//! A layer around everything compares where a request comes from.

use axum::Router;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::post;
use tower_sessions::cookie::SameSite;
use tower_sessions::{MemoryStore, Session, SessionManagerLayer};

async fn own_pages_only(request: Request, next: Next) -> Result<Response, StatusCode> {
    let origin = request.headers().get(header::ORIGIN).and_then(|o| o.to_str().ok());
    if request.method() != Method::GET && origin != Some("https://board.example") {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(next.run(request).await)
}

async fn publish(session: Session, text: String) -> Result<String, StatusCode> {
    let author: Option<i64> = session.get("author").await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let author = author.ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(format!("{author}: {text}"))
}

pub fn application(store: MemoryStore) -> Router {
    Router::new()
        .route("/notices", post(publish))
        .layer(middleware::from_fn(own_pages_only))
        .layer(SessionManagerLayer::new(store).with_same_site(SameSite::None))
}
