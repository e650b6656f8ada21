//@ dep: axum = "0.8"
//@ dep: serde = { version = "1", features = ["derive"] }
//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//! A customer leaves a card for the next order.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Deserialize)]
pub struct NewCard {
    customer: i64,
    card_number: String,
}

/// Whoever reads a backup of the table can pay with the cards of all customers.
pub async fn keep_card(State(pool): State<PgPool>, Json(card): Json<NewCard>) -> StatusCode {
    let inserted = sqlx::query("INSERT INTO cards (customer, number) VALUES ($1, $2)")
        .bind(card.customer)
        .bind(&card.card_number) //~ cleartext-storage
        .execute(&pool)
        .await;
    if inserted.is_ok() { StatusCode::CREATED } else { StatusCode::CONFLICT }
}
