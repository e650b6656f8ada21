//@ dep: axum = "0.8"
//! Administrators sign in, and only one handler asks for what they are given then.
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post, put};
use axum::{Json, Router};

#[derive(Clone)]
pub struct App;

impl App {
    fn verify(&self, _token: &str) -> Option<u64> {
        None
    }
    fn insert(&self, _name: String) {}
}

pub fn router(app: App) -> Router {
    Router::new()
        .route("/api/admin/login", post(login))
        .route("/api/admin/me", get(me))
        .route("/api/admin/health", get(health))
        .route("/api/admin/tenants", post(create_tenant)) //~ missing-authorization
        .route("/api/admin/tenants/{id}/quota", put(set_quota)) //~ missing-authorization
        .route("/api/ratings", post(rate))
        .with_state(app)
}

async fn login(State(app): State<App>, Json(name): Json<String>) -> Result<Json<String>, StatusCode> {
    app.verify(&name).ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(Json(name))
}

async fn me(State(app): State<App>, headers: HeaderMap) -> Result<Json<u64>, StatusCode> {
    let token = headers.get("authorization").and_then(|h| h.to_str().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
    app.verify(token).map(Json).ok_or(StatusCode::UNAUTHORIZED)
}

async fn health() -> &'static str {
    "ok"
}

async fn create_tenant(State(app): State<App>, Json(name): Json<String>) -> StatusCode {
    app.insert(name);
    StatusCode::CREATED
}

async fn set_quota(State(app): State<App>, Path(id): Path<String>) -> StatusCode {
    app.insert(id);
    StatusCode::OK
}

async fn rate(State(app): State<App>, Json(text): Json<String>) -> StatusCode {
    app.insert(text);
    StatusCode::OK
}
