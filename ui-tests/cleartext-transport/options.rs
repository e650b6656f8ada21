//@ dep: tiberius = "0.12"
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

pub fn sql_server(config: &mut tiberius::Config) {
    config.encryption(tiberius::EncryptionLevel::NotSupported); //~ cleartext-transport
}

pub fn is_encrypted(mode: PgSslMode) -> bool {
    !matches!(mode, PgSslMode::Disable)
}

pub fn by_setting(host: &str, config: &Config) -> PgConnectOptions {
    let options = PgConnectOptions::new().host(host);
    if config.tls { options } else { options.ssl_mode(PgSslMode::Disable) }
}

pub struct Config {
    pub tls: bool,
    pub mode: &'static str,
}

pub fn by_name(config: &Config) -> PgSslMode {
    match config.mode {
        "disable" => PgSslMode::Disable,
        "require" => PgSslMode::Require,
        _ => PgSslMode::VerifyFull,
    }
}
