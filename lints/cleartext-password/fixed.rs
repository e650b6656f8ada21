//@ dep: argon2 = { version = "0.5", features = ["std"] }
//@ dep: axum = "0.8"
//@ dep: serde = { version = "1", features = ["derive"] }
//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//! Somebody registers.

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHasher, SaltString};
use argon2::Argon2;
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

/// What is stored says nothing of the password without guessing for long.
pub async fn register(State(pool): State<PgPool>, Json(form): Json<Registration>) -> StatusCode {
    let salt = SaltString::generate(&mut OsRng);
    let Ok(password) = Argon2::default().hash_password(form.password.as_bytes(), &salt) else {
        return StatusCode::BAD_REQUEST;
    };
    let inserted = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)")
        .bind(&form.name)
        .bind(password.to_string())
        .execute(&pool)
        .await;
    if inserted.is_ok() { StatusCode::CREATED } else { StatusCode::CONFLICT }
}
