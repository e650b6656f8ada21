//@ dep: figment = "0.10"
//@ dep: clap = "4"
//@ dep: rdkafka = "0.36"
//! Values beside names that only sound like those of secrets, and secrets that come from elsewhere.

use clap::Arg;
use figment::Figment;
use figment::providers::Serialized;
use rdkafka::config::ClientConfig;

pub fn layers(password: &str) -> Figment {
    Figment::new()
        .merge(Serialized::default("password_file", "/run/secrets/db"))
        .merge(Serialized::default("token_ttl", "15m"))
        .merge(Serialized::default("min_password_length", 12))
        .merge(Serialized::default("database_password", password))
}

pub fn arguments() -> [Arg; 3] {
    [
        Arg::new("password-file").long("password-file").default_value("/run/secrets/db"),
        Arg::new("listen").long("listen").default_value("127.0.0.1:8080"),
        Arg::new("db-password").env("DB_PASSWORD").required(true),
    ]
}

pub fn broker(password: &str) -> ClientConfig {
    let mut config = ClientConfig::new();
    config.set("sasl.username", "reporting").set("sasl.password", password);
    config.set("client.id", "korrekt-h0rse");
    config
}
