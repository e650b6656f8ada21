//@ dep: config = "0.14"
//! A default for a secret and one for a port.

use config::{Config, ConfigError, Environment};

pub fn open() -> Result<Config, ConfigError> {
    Config::builder()
        .set_default("port", 8080)?
        .set_default("log_format", "pretty-print")?
        .set_default("jwt_secret", "Quai-7-Rotterdam")? //~ hardcoded-secret
        .add_source(Environment::with_prefix("LEDGER"))
        .build()
}
