//@ dep: axum = "0.8"
//@ dep: sqlx = "0.8"
//! A question that comes when the thing is changed refuses nobody; in a transaction it undoes the change.

use axum::Router;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, post, put};
use sqlx::PgPool;

pub struct Baker {
    id: i64,
    master: bool,
}

impl FromRequestParts<PgPool> for Baker {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, pool: &PgPool) -> Result<Baker, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
        let row: Option<(i64, bool)> = sqlx::query_as("SELECT id, master FROM bakers WHERE token = $1")
            .bind(token)
            .fetch_optional(pool)
            .await
            .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
        row.map(|(id, master)| Baker { id, master }).ok_or(StatusCode::UNAUTHORIZED)
    }
}

#[derive(sqlx::FromRow)]
pub struct Loaf {
    id: i64,
    baker: i64,
}

fn failed(_: sqlx::Error) -> StatusCode {
    StatusCode::NOT_FOUND
}

fn baked_by(baker: &Baker, loaf: &Loaf) -> Result<(), StatusCode> {
    if loaf.baker == baker.id { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
}

pub fn router(pool: PgPool) -> Router {
    Router::new()
        .route("/loaves/{id}", delete(eat).put(slice))
        .route("/loaves/{id}/toast", post(toast))
        .route("/loaves/{id}/butter", post(butter))
        .route("/ovens/{id}", put(clean))
        .with_state(pool)
}

async fn load(pool: &PgPool, id: i64) -> Result<Loaf, StatusCode> {
    sqlx::query_as("SELECT id, baker FROM loaves WHERE id = $1").bind(id).fetch_one(pool).await.map_err(failed)
}

async fn eat(baker: Baker, State(pool): State<PgPool>, Path(id): Path<i64>) -> Result<StatusCode, StatusCode> {
    let loaf = load(&pool, id).await?;
    sqlx::query("DELETE FROM loaves WHERE id = $1").bind(id).execute(&pool).await.map_err(failed)?; //~ authentication-without-authorization
    baked_by(&baker, &loaf)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn slice(baker: Baker, State(pool): State<PgPool>, Path(id): Path<i64>) -> Result<StatusCode, StatusCode> {
    let loaf: Loaf = sqlx::query_as("UPDATE loaves SET sliced = true WHERE id = $1 RETURNING id, baker")
        .bind(id)
        .fetch_one(&pool) //~ authentication-without-authorization
        .await
        .map_err(failed)?;
    if loaf.baker != baker.id {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// A refusal ends the transaction, and nothing has happened.
async fn toast(baker: Baker, State(pool): State<PgPool>, Path(id): Path<i64>) -> Result<StatusCode, StatusCode> {
    let mut tx = pool.begin().await.map_err(failed)?;
    let loaf: Loaf = sqlx::query_as("UPDATE loaves SET toasted = true WHERE id = $1 RETURNING id, baker")
        .bind(id)
        .fetch_one(&mut *tx)
        .await
        .map_err(failed)?;
    if loaf.baker != baker.id {
        return Err(StatusCode::FORBIDDEN);
    }
    tx.commit().await.map_err(failed)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn butter(baker: Baker, State(pool): State<PgPool>, Path(id): Path<i64>) -> Result<StatusCode, StatusCode> {
    let loaf = load(&pool, id).await?;
    baked_by(&baker, &loaf)?;
    sqlx::query("UPDATE loaves SET buttered = true WHERE id = $1").bind(loaf.id).execute(&pool).await.map_err(failed)?;
    if !baker.master {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(StatusCode::NO_CONTENT)
}

async fn clean(baker: Baker, State(pool): State<PgPool>, Path(id): Path<i64>) -> Result<StatusCode, StatusCode> {
    if !baker.master {
        return Err(StatusCode::FORBIDDEN);
    }
    sqlx::query("UPDATE ovens SET clean = true WHERE id = $1").bind(id).execute(&pool).await.map_err(failed)?;
    Ok(StatusCode::NO_CONTENT)
}
