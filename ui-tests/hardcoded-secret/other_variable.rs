//@ dep: clap = { version = "4", features = ["derive", "env"] }
//! A default that is the variable by its former name, and one that is written.

use clap::Parser;

#[derive(Parser)]
pub struct Args {
    #[arg(long, env = "HUB_PASSWORD", default_value_t = std::env::var("HUBPASS").unwrap_or_default().to_string())]
    pub hub_password: String,
    #[arg(long, env = "MAIL_PASSWORD", default_value_t = String::from("postman-9"))] //~ hardcoded-secret
    pub mail_password: String,
}
