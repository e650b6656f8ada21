//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//! The database of orders, in another data centre.

use sqlx::PgPool;

/// Everything on the way reads the password and the orders.
pub async fn orders() -> Result<PgPool, sqlx::Error> {
    PgPool::connect("postgres://orders@db.example.com/orders?sslmode=disable").await //~ cleartext-transport
}
