//@ dep: figment = "0.10"
//@ dep: clap = "4"
//@ dep: config = "0.15"
//@ dep: rdkafka = "0.36"
//! Values that are secrets by the name that is given beside them.

use clap::Arg;
use config::{Config, ConfigError};
use figment::Figment;
use figment::providers::Serialized;
use rdkafka::config::ClientConfig;

pub fn layers() -> Figment {
    Figment::new()
        .merge(Serialized::default("port", 8080))
        .merge(Serialized::default("database_password", "korrekt-h0rse")) //~ hardcoded-secret
        .merge(("secret_key", "b7e151628aed2a6abf7158809cf4f3c7")) //~ hardcoded-secret
}

pub fn argument() -> Arg {
    Arg::new("db-password").long("db-password").env("DB_PASSWORD").default_value("korrekt-h0rse") //~ hardcoded-secret
}

pub fn settings() -> Result<Config, ConfigError> {
    Config::builder()
        .set_default("jwt_secret", "b7e151628aed2a6abf7158809cf4f3c7")? //~ hardcoded-secret
        .build()
}

pub fn broker() -> ClientConfig {
    let mut config = ClientConfig::new();
    config.set("sasl.username", "reporting").set("sasl.password", "korrekt-h0rse"); //~ hardcoded-secret
    config
}
