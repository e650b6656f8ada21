//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//! The database of orders, in another data centre.

use sqlx::PgPool;

/// The connection is encrypted, and the server proves who it is.
pub async fn orders() -> Result<PgPool, sqlx::Error> {
    PgPool::connect("postgres://orders@db.example.com/orders?sslmode=verify-full").await
}
