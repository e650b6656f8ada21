//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//@ dep: redis = "1"
//@ dep: lettre = "0.11"
//! The other side is near.

use lettre::SmtpTransport;
use sqlx::PgPool;

pub async fn database() -> Result<PgPool, sqlx::Error> {
    PgPool::connect("postgres://app@localhost/app?sslmode=disable").await
}

pub fn cache() -> redis::RedisResult<redis::Client> {
    redis::Client::open("redis://app:app@cache:6379/0")
}

pub fn mail() -> SmtpTransport {
    SmtpTransport::builder_dangerous("127.0.0.1").build()
}
