//@ dep: axum = "0.8"
//! An extractor that is judged while it is asked for by what it asks: a shelf is handed to who may use it, which a badge may
//! say, and a badge holds the shelf of whoever asked for it.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{get, patch, post};

#[derive(Clone)]
pub struct Shelf {
    pub id: u64,
}

pub struct Badge {
    pub shelf: Shelf,
}

impl Badge {
    async fn from_parts(parts: &mut Parts) -> Option<Badge> {
        let header = parts.headers.get(AUTHORIZATION)?.to_str().ok()?;
        let token = header.strip_prefix("Bearer ")?;
        let shelf: Shelf = store::shelf_of_token(token)?;
        Some(Badge { shelf })
    }
}

pub struct Reader(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Reader, StatusCode> {
        match Badge::from_parts(parts).await {
            Some(badge) => Ok(Reader(badge.shelf.id)),
            None => Err(StatusCode::UNAUTHORIZED),
        }
    }
}

async fn lookup<S: Send + Sync>(parts: &mut Parts, state: &S) -> Result<Shelf, StatusCode> {
    let id = parts.uri.path().rsplit('/').next().and_then(|id| id.parse().ok()).ok_or(StatusCode::NOT_FOUND)?;
    let reader = Reader::from_request_parts(parts, state).await?;
    let shelf = store::shelf(id).ok_or(StatusCode::FORBIDDEN)?;
    if shelf.id == reader.0 { Ok(shelf) } else { Err(StatusCode::FORBIDDEN) }
}

impl<S: Send + Sync> FromRequestParts<S> for Shelf {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Shelf, StatusCode> {
        lookup(parts, state).await
    }
}

/// Nobody is asked for this one.
pub struct Label(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for Label {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Label, StatusCode> {
        parts.uri.path().rsplit('/').next().and_then(|id| id.parse().ok()).map(Label).ok_or(StatusCode::NOT_FOUND)
    }
}

pub fn router() -> Router {
    Router::new()
        .route("/shelves", get(list).post(create))
        .route("/shelves/{id}", patch(rename).delete(remove))
        .route("/labels/{id}", post(relabel)) //~ missing-authorization
}

async fn list(reader: Reader) -> String {
    reader.0.to_string()
}

async fn create(reader: Reader, name: String) -> String {
    format!("{name} of {}", reader.0)
}

async fn rename(shelf: Shelf, name: String) -> String {
    format!("{name} {}", shelf.id)
}

async fn remove(shelf: Shelf) -> String {
    format!("{} is gone", shelf.id)
}

async fn relabel(label: Label, text: String) -> String {
    format!("{text} {}", label.0)
}

mod store {
    use super::Shelf;

    pub fn shelf(id: u64) -> Option<Shelf> {
        std::fs::exists(format!("shelves/{id}")).unwrap_or(false).then_some(Shelf { id })
    }

    pub fn shelf_of_token(token: &str) -> Option<Shelf> {
        let id = std::fs::read_to_string(format!("tokens/{token}")).ok()?.trim().parse().ok()?;
        shelf(id)
    }
}
