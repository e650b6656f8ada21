//@ dep: clap = { version = "4", features = ["derive", "env"] }
//! Defaults in attributes.

use clap::Parser;

#[derive(Parser)]
pub struct Arguments {
    #[arg(long, env = "DATABASE_PASSWORD", default_value = "Quai-7-Rotterdam")] //~ hardcoded-secret
    pub database_password: String,
    #[arg(long, default_value = "localhost")]
    pub database_host: String,
}
