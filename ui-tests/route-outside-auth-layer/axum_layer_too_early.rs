//@ dep: axum = "0.8"
//! A layer that covers what stands above it. Two handlers below take what only it puts beside the request, and refuse everybody; those that
//! take nothing are open.

use std::sync::Arc;

use axum::extract::{Extension, Path, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{delete, get, post, put};
use axum::{Json, Router};

#[derive(Clone)]
pub struct Account {
    id: u64,
}

pub trait Discs: Send + Sync {
    fn account(&self, token: &str) -> Option<Account>;
    fn rename(&self, account: u64, name: &str);
    fn remove(&self, disc: u64);
    fn enter(&self, name: &str);
}

type Store = Arc<dyn Discs>;

pub fn router(store: Store) -> Router {
    Router::new()
        .route("/whoami", get(whoami))
        .route_layer(from_fn_with_state(store.clone(), account))
        .route("/name", put(rename))
        .route("/nickname", put(nickname))
        .route("/discs/{id}", delete(remove)) //~ route-outside-auth-layer
        .route("/register", post(register))
        .route("/draft", post(|| async { "not written yet" }))
        .with_state(store)
}

async fn account(
    State(store): State<Store>,
    mut request: Request,
    next: Next,
) -> Result<Response, StatusCode> {
    let token = request.headers().get("authorization").and_then(|v| v.to_str().ok());
    let account = token.and_then(|t| store.account(t)).ok_or(StatusCode::UNAUTHORIZED)?;
    request.extensions_mut().insert(account);
    Ok(next.run(request).await)
}

async fn whoami(Extension(account): Extension<Account>) -> String {
    account.id.to_string()
}

async fn rename(State(store): State<Store>, Extension(account): Extension<Account>, Json(name): Json<String>) {
    store.rename(account.id, &name);
}

async fn nickname(State(store): State<Store>, Extension(account): Extension<Account>, Json(name): Json<String>) {
    store.rename(account.id, &name);
}

async fn remove(State(store): State<Store>, Path(disc): Path<u64>) {
    store.remove(disc);
}

async fn register(State(store): State<Store>, Json(name): Json<String>) {
    store.enter(&name);
}
