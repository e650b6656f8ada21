//@ dep: tokio-postgres = "0.7"
//! The mode is asked for; a setting chose it.
use tokio_postgres::Config;
use tokio_postgres::config::SslMode;

pub struct Vars {
    pub tls: SslMode,
}

pub fn config(vars: &Vars, host: &str) -> Config {
    let mut config = Config::new();
    config.host(host).ssl_mode(vars.tls);
    if vars.tls == SslMode::Disable {
        config.ssl_mode(SslMode::Disable);
    }
    config
}
