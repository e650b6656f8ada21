//@ dep: aes-gcm = "0.10"
//@ dep: axum = "0.8"
//@ dep: serde = { version = "1", features = ["derive"] }
//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//! A customer leaves a card for the next order.

use std::sync::Arc;

use aes_gcm::aead::{Aead, AeadCore, OsRng};
use aes_gcm::Aes256Gcm;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Clone)]
pub struct Shop {
    pool: PgPool,
    cipher: Arc<Aes256Gcm>,
}

#[derive(Deserialize)]
pub struct NewCard {
    customer: i64,
    card_number: String,
}

/// What is stored is of no use without the key, which is not in the database.
pub async fn keep_card(State(shop): State<Shop>, Json(card): Json<NewCard>) -> StatusCode {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    let Ok(sealed) = shop.cipher.encrypt(&nonce, card.card_number.as_bytes()) else {
        return StatusCode::INTERNAL_SERVER_ERROR;
    };
    let inserted = sqlx::query("INSERT INTO cards (customer, nonce, number) VALUES ($1, $2, $3)")
        .bind(card.customer)
        .bind(nonce.as_slice())
        .bind(sealed)
        .execute(&shop.pool)
        .await;
    if inserted.is_ok() { StatusCode::CREATED } else { StatusCode::CONFLICT }
}
