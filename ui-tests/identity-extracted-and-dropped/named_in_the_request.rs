//@ dep: axum = "0.8"
//! The identity is taken and dropped, and a field of the body says who does it.

use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{post, put};
use axum::{Json, Router};

pub struct Poet(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for Poet {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Poet, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
        std::fs::read_to_string(token).ok().and_then(|id| id.parse().ok()).map(Poet).ok_or(StatusCode::UNAUTHORIZED)
    }
}

#[derive(serde::Deserialize)]
pub struct Verse {
    author_id: u64,
    text: String,
}

#[derive(serde::Deserialize)]
pub struct Line {
    verse_id: u64,
    text: String,
}

pub fn router() -> Router {
    Router::new()
        .route("/verses", post(write))
        .route("/lines", post(append))
        .route("/poems/{id}", put(rename).delete(forget))
        .route("/poems/{id}/rhyme", post(rhyme))
        .route("/moods", post(set_mood).get(mood).put(change_mood))
        .merge(shelf::router())
}

fn insert(author: u64, text: &str) -> StatusCode {
    std::fs::write(author.to_string(), text).map_or(StatusCode::CONFLICT, |()| StatusCode::CREATED)
}

async fn write(_poet: Poet, Json(verse): Json<Verse>) -> StatusCode { //~ identity-extracted-and-dropped
    insert(verse.author_id, &verse.text)
}

/// Everybody may go on with any verse.
async fn append(_poet: Poet, Json(line): Json<Line>) -> StatusCode {
    insert(line.verse_id, &line.text)
}

async fn rename(Poet(me): Poet, Path(id): Path<u64>, text: String) -> StatusCode {
    insert(me + id, &text)
}

async fn forget(Poet(me): Poet, Path(id): Path<u64>) -> StatusCode {
    insert(me + id, "")
}

async fn rhyme(Poet(me): Poet, Path(id): Path<u64>) -> StatusCode {
    insert(me + id, "heart")
}

async fn mood(Poet(me): Poet) -> String {
    std::fs::read_to_string(me.to_string()).unwrap_or_default()
}

async fn change_mood(Poet(me): Poet, mood: String) -> StatusCode {
    insert(me, &mood)
}

async fn set_mood(Poet(me): Poet, mood: String) -> StatusCode {
    insert(me, &mood)
}

/// Who is signed in looks after the shelf: no handler here reads who it is, and an author is a thing on it.
mod shelf {
    use axum::extract::Path;
    use axum::http::StatusCode;
    use axum::Router;
    use axum::routing::delete;

    use super::{Poet, insert};

    pub fn router() -> Router {
        Router::new().route("/shelf/{author_id}", delete(clear))
    }

    async fn clear(_poet: Poet, Path(author_id): Path<u64>) -> StatusCode {
        insert(author_id, "")
    }
}
