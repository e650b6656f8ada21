//@ dep: clap = { version = "4", features = ["derive", "env"] }
//@ dep: serde = { version = "1", features = ["derive"] }
//! What a field is when nobody sets it; examples and code in attributes are no values.

use clap::Parser;
use serde::Deserialize;

#[derive(Parser)]
pub struct Arguments {
    /// For example `postgres://shop:Quai-7-Rotterdam@localhost/shop`.
    #[arg(long, default_value = "postgres://shop:shop@localhost/shop")] //~ hardcoded-secret
    pub database: String,
    #[arg(long, env = "SHOP_SECRET", default_value = "dev-shop-secret")] //~ hardcoded-secret
    pub seal: String,
    #[arg(long, env = "SHOP_TOKEN", help = "for example b1946ac92492d2347c6235b4d2611184")]
    pub token: String,
    #[arg(long, default_value = "/run/secrets/shop")]
    pub admin_password: String,
}

#[derive(Deserialize)]
pub struct Settings {
    #[serde(default = "initial")]
    pub admin_password: String,
    #[serde(default = "initial_name")]
    pub admin_name: String,
    #[serde(default)]
    pub token: String,
}

fn initial() -> String {
    "Quai-7-Rotterdam".into() //~ hardcoded-secret
}

fn initial_name() -> String {
    "Quai-8-Rotterdam".into()
}
