//@ dep: axum = "0.8"
//! The first account is made by whoever comes first; any other condition is no reason to let in strangers.

use std::sync::Arc;

use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, post, put};
use axum::{Json, Router};

pub struct Keeper(String);

impl<S: Send + Sync> FromRequestParts<S> for Keeper {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let name = verify_token(token.to_str().unwrap_or_default()).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Keeper(name))
    }
}

fn verify_token(token: &str) -> Option<String> {
    token.strip_prefix("Bearer ").map(str::to_owned)
}

#[derive(Default)]
pub struct Store {
    keepers: Vec<String>,
}

impl Store {
    pub async fn has_active_users(&self) -> Result<bool, StatusCode> {
        Ok(!self.keepers.is_empty())
    }

    pub async fn users(&self) -> &[String] {
        &self.keepers
    }

    pub async fn user_exists(&self, name: &str) -> bool {
        self.keepers.iter().any(|k| k == name)
    }

    pub async fn insert(&self, _name: &str) -> Result<(), StatusCode> {
        Ok(())
    }
}

async fn make_first(
    State(store): State<Arc<Store>>,
    Json(name): Json<String>,
) -> Result<StatusCode, StatusCode> {
    if store.has_active_users().await? {
        return Err(StatusCode::CONFLICT);
    }
    store.insert(&name).await?;
    Ok(StatusCode::CREATED)
}

async fn make_owner(
    State(store): State<Arc<Store>>,
    Json(name): Json<String>,
) -> Result<StatusCode, StatusCode> {
    if !store.users().await.is_empty() {
        return Err(StatusCode::CONFLICT);
    }
    store.insert(&name).await?;
    Ok(StatusCode::CREATED)
}

// Whether this one account exists is another question.
async fn make_any(
    State(store): State<Arc<Store>>,
    Json(name): Json<String>,
) -> Result<StatusCode, StatusCode> {
    if store.user_exists(&name).await {
        return Err(StatusCode::CONFLICT);
    }
    store.insert(&name).await?;
    Ok(StatusCode::CREATED)
}

// The other way round: only if there are any.
async fn make_later(
    State(store): State<Arc<Store>>,
    Json(name): Json<String>,
) -> Result<StatusCode, StatusCode> {
    if store.users().await.is_empty() {
        return Err(StatusCode::CONFLICT);
    }
    store.insert(&name).await?;
    Ok(StatusCode::CREATED)
}

async fn rename(
    State(store): State<Arc<Store>>,
    keeper: Keeper,
    Json(name): Json<String>,
) -> Result<StatusCode, StatusCode> {
    store.insert(&format!("{} {name}", keeper.0)).await?;
    Ok(StatusCode::OK)
}

async fn remove(State(store): State<Arc<Store>>, keeper: Keeper) -> Result<StatusCode, StatusCode> {
    store.insert(&keeper.0).await?;
    Ok(StatusCode::OK)
}

pub fn router(store: Arc<Store>) -> Router {
    Router::new()
        .route("/keepers/first", post(make_first))
        .route("/keepers/owner", post(make_owner))
        .route("/keepers/any", post(make_any))
        .route("/keepers/later", post(make_later))
        .route("/keepers/name", put(rename))
        .route("/keepers/self", delete(remove))
        .with_state(store)
}
