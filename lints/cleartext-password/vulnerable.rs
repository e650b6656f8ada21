//@ dep: axum = "0.8"
//@ dep: serde = { version = "1", features = ["derive"] }
//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//! Somebody registers.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Deserialize)]
pub struct Registration {
    name: String,
    password: String,
}

/// Whoever reads a backup of the table can log in as anybody.
pub async fn register(State(pool): State<PgPool>, Json(form): Json<Registration>) -> StatusCode {
    let inserted = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)")
        .bind(&form.name)
        .bind(&form.password) //~ cleartext-password
        .execute(&pool)
        .await;
    if inserted.is_ok() { StatusCode::CREATED } else { StatusCode::CONFLICT }
}
