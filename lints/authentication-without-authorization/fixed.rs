//@ dep: axum = "0.8"
//@ dep: serde = "1"
//@ dep: sqlx = { version = "0.8", features = ["sqlite", "runtime-tokio"] }
//! Notes of several people.

use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, put};
use axum::{Json, Router};
use sqlx::SqlitePool;

/// Somebody who is signed in.
pub struct User {
    id: i64,
}

impl FromRequestParts<SqlitePool> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, pool: &SqlitePool) -> Result<User, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok());
        let token = header.ok_or(StatusCode::UNAUTHORIZED)?;
        let id = sqlx::query_scalar("SELECT user_id FROM sessions WHERE token = $1")
            .bind(token)
            .fetch_optional(pool)
            .await
            .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
        id.map(|id| User { id }).ok_or(StatusCode::UNAUTHORIZED)
    }
}

/// What a note says.
#[derive(serde::Deserialize)]
pub struct Draft {
    text: String,
}

/// All routes.
pub fn router(pool: SqlitePool) -> Router {
    Router::new()
        .route("/notes/{id}", put(change).delete(remove))
        .route("/notes/{id}/archive", delete(restore))
        .with_state(pool)
}

async fn change(
    user: User,
    State(pool): State<SqlitePool>,
    Path(id): Path<i64>,
    Json(draft): Json<Draft>,
) -> Result<StatusCode, StatusCode> {
    let query = sqlx::query("UPDATE notes SET text = $1 WHERE id = $2 AND user_id = $3");
    let done = query.bind(&draft.text).bind(id).bind(user.id).execute(&pool).await;
    done.map(|_| StatusCode::NO_CONTENT).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

async fn restore(
    user: User,
    State(pool): State<SqlitePool>,
    Path(id): Path<i64>,
) -> Result<StatusCode, StatusCode> {
    let done = sqlx::query("UPDATE notes SET archived = 0 WHERE id = $1 AND user_id = $2")
        .bind(id)
        .bind(user.id)
        .execute(&pool)
        .await;
    done.map(|_| StatusCode::NO_CONTENT).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

async fn remove(
    user: User,
    State(pool): State<SqlitePool>,
    Path(id): Path<i64>,
) -> Result<StatusCode, StatusCode> {
    let done = sqlx::query("DELETE FROM notes WHERE id = $1 AND user_id = $2")
        .bind(id)
        .bind(user.id)
        .execute(&pool)
        .await;
    done.map(|_| StatusCode::NO_CONTENT).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}
