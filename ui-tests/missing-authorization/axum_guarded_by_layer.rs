//@ dep: axum = "0.8"
//! A layer around everything, a layer with state, a layer on one method router.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, post, put};

#[derive(Clone)]
pub struct Settings {
    pub path: String,
}

async fn require_session(State(settings): State<Settings>, request: Request, next: Next) -> Response {
    let cookie = request.headers().get("cookie").and_then(|cookie| cookie.to_str().ok());
    match cookie.map(|cookie| std::fs::read(format!("{}/{}", settings.path, cookie.len()))) {
        Some(Ok(_)) => next.run(request).await,
        _ => StatusCode::UNAUTHORIZED.into_response(),
    }
}

async fn require_cookie(request: Request, next: Next) -> Result<Response, StatusCode> {
    request.headers().get("cookie").ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(next.run(request).await)
}

pub fn router(settings: Settings) -> Router {
    Router::new()
        .route("/members", post(change))
        .route("/members/{id}", put(change))
        .route_layer(from_fn_with_state(settings.clone(), require_session))
        .route("/labels", delete(remove).layer(from_fn(require_cookie)))
        .with_state(settings)
}

pub fn nested() -> Router {
    let inner = Router::new().route("/", post(change)).route("/{id}", delete(remove));
    Router::new().nest("/labels", inner).layer(from_fn(require_cookie))
}

async fn change(name: String) -> String {
    name
}

async fn remove() -> &'static str {
    "gone"
}
