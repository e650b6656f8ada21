//@ dep: axum = "0.8"
//! Handlers below what is named for administrators ask for the rank in their bodies; one forgets.

use axum::Router;
use axum::extract::{Extension, Path, Request};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{get, post, put};

#[derive(Clone)]
pub struct Caller {
    pub id: u64,
    pub chief: bool,
}

impl Caller {
    fn chief(&self) -> Result<(), StatusCode> {
        if self.chief { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

async fn known(mut request: Request, next: Next) -> Result<Response, StatusCode> {
    let token = request.headers().get(AUTHORIZATION).and_then(|v| v.to_str().ok());
    let caller = token.and_then(caller_of).ok_or(StatusCode::UNAUTHORIZED)?;
    request.extensions_mut().insert(caller);
    Ok(next.run(request).await)
}

fn caller_of(token: &str) -> Option<Caller> {
    let id = std::fs::read_to_string(format!("callers/{token}")).ok()?.parse().ok()?;
    Some(Caller { id, chief: id < 10 })
}

pub fn router() -> Router {
    Router::new()
        .route("/admin/load", get(load))
        .route("/admin/people/{id}/lock", post(lock))
        .route("/admin/bin/empty", post(empty))
        .route("/people/{id}/lock", put(greet))
        .layer(from_fn(known))
}

async fn load(Extension(caller): Extension<Caller>) -> Result<String, StatusCode> {
    caller.chief()?;
    Ok(store("load", "0"))
}

async fn lock(Extension(caller): Extension<Caller>, Path(id): Path<u64>) -> Result<String, StatusCode> {
    caller.chief()?;
    Ok(store(&id.to_string(), "locked"))
}

async fn empty() -> String { //~ authorization-outlier
    store("bin", "")
}

async fn greet(Path(id): Path<u64>) -> String {
    store(&id.to_string(), "hello")
}

fn store(name: &str, text: &str) -> String {
    let _ = std::fs::write(name, text);
    text.to_owned()
}
