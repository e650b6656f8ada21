//@ dep: sqlx = { version = "0.8", features = ["postgres", "mysql", "runtime-tokio"] }
//! The option by its variant.

use sqlx::mysql::{MySqlConnectOptions, MySqlSslMode};
use sqlx::postgres::{PgConnectOptions, PgSslMode};

pub fn postgres(host: &str) -> PgConnectOptions {
    PgConnectOptions::new().host(host).ssl_mode(PgSslMode::Disable) //~ cleartext-transport
}

pub fn mysql(host: &str) -> MySqlConnectOptions {
    MySqlConnectOptions::new().host(host).ssl_mode(MySqlSslMode::Disabled) //~ cleartext-transport
}

pub fn encrypted(host: &str) -> PgConnectOptions {
    PgConnectOptions::new().host(host).ssl_mode(PgSslMode::VerifyFull)
}
