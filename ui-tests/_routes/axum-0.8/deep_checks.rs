//@ dep: axum = "0.8"
//! Checks that are several calls away, of which some say `None` for a stranger, and routers under a prefix that may be empty.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::{delete, get, post, put};
use axum::{Json, Router};

#[derive(Clone)]
pub struct App {
    settings: Arc<Settings>,
}

pub struct Settings {
    prefix: String,
    registration_token: Option<String>,
}

pub struct User {
    id: u64,
}

pub struct Check {
    allow_token: bool,
}

impl Check {
    pub fn cookie_only() -> Check {
        Check { allow_token: false }
    }

    pub fn any() -> Check {
        Check { allow_token: true }
    }

    pub async fn check(&self, parts: &Parts) -> Result<User, StatusCode> {
        let user = authenticate(parts).await?;
        if parts.headers.contains_key("x-token") && !self.allow_token {
            return Err(StatusCode::FORBIDDEN);
        }
        Ok(user)
    }
}

async fn authenticate(parts: &Parts) -> Result<User, StatusCode> {
    match by_cookie(parts).await {
        Ok(None) => {}
        Ok(Some(user)) => return Ok(user),
        Err(failure) => return Err(failure),
    }
    if let Some(user) = by_token(parts).await? {
        return Ok(user);
    }
    Err(StatusCode::FORBIDDEN)
}

async fn by_cookie(parts: &Parts) -> Result<Option<User>, StatusCode> {
    let Some(cookie) = parts.headers.get(header::COOKIE) else {
        return Ok(None);
    };
    let id = find_session(cookie.as_bytes()).await.ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(Some(User { id }))
}

async fn by_token(parts: &Parts) -> Result<Option<User>, StatusCode> {
    let Some(token) = parts.headers.get(header::AUTHORIZATION) else {
        return Ok(None);
    };
    let id = find_token(token.as_bytes()).await.ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(Some(User { id }))
}

async fn find_session(id: &[u8]) -> Option<u64> {
    id.first().map(|&b| u64::from(b))
}

async fn find_token(token: &[u8]) -> Option<u64> {
    token.last().map(|&b| u64::from(b))
}

async fn publish(parts: Parts, body: String) -> Result<String, StatusCode> {
    let user = Check::any().check(&parts).await?;
    insert(user.id, &body).await
}

async fn yank(Path(name): Path<String>, parts: Parts) -> Result<String, StatusCode> {
    if name.is_empty() {
        return Err(StatusCode::NOT_FOUND);
    }
    change(parts, name, false).await
}

async fn change(parts: Parts, name: String, listed: bool) -> Result<String, StatusCode> {
    let user = Check::cookie_only().check(&parts).await?;
    insert(user.id, &format!("{name} {listed}")).await
}

async fn add_application(
    State(app): State<App>,
    headers: HeaderMap,
    Json(name): Json<String>,
) -> Result<String, StatusCode> {
    if let Some(token) = &app.settings.registration_token {
        let sent = headers.get(header::AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        if sent.as_bytes() != token.as_bytes() {
            return Err(StatusCode::UNAUTHORIZED);
        }
    }
    insert(0, &name).await
}

async fn forgotten(Path(name): Path<String>, parts: Parts) -> Result<String, StatusCode> {
    let user = by_cookie(&parts).await?;
    insert(user.map_or(0, |user| user.id), &name).await
}

async fn unsupported(_name: Path<String>) -> StatusCode {
    StatusCode::NOT_IMPLEMENTED
}

async fn insert(user: u64, text: &str) -> Result<String, StatusCode> {
    if text.is_empty() { Err(StatusCode::BAD_REQUEST) } else { Ok(user.to_string()) }
}

async fn health() -> &'static str {
    "ok"
}

trait WithHealth {
    fn with_health(self) -> Self;
}

impl WithHealth for Router<App> {
    fn with_health(self) -> Self {
        self.route("/healthz", get(health))
    }
}

pub fn app(app: App) -> Router {
    let routes = Router::new()
        .route("/crates", put(publish))
        .route("/crates/{name}/yank", delete(yank))
        .route("/crates/{name}/owners", put(forgotten))
        .route("/crates/{name}/mirror", post(unsupported))
        .route("/applications", post(add_application))
        .with_health();
    let prefix = app.settings.prefix.as_str();
    let routes = if prefix.is_empty() { routes } else { Router::new().nest(prefix, routes) };
    routes.with_state(app.clone())
}
