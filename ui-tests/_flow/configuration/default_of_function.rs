//@ dep: clap = { version = "4", features = ["derive", "env"] }
//! A function and a constant of the program as the default of an argument.

use clap::Parser;

const START: &str = "Quai-7-Rotterdam"; //~ hardcoded-secret
const FOLDER: &str = "/var/lib/ledger-1";

#[derive(Parser)]
pub struct Arguments {
    #[arg(long, env = "ADMIN_PASSWORD", default_value = START)]
    pub admin_password: String,
    #[arg(long, env = "SIGNING_SECRET", default_value_t = initial())]
    pub signing: String,
    #[arg(long, env = "TOKEN_FOLDER", default_value = FOLDER)]
    pub token_folder: String,
    #[arg(long, env = "SESSION_SECRET", default_value_t = drawn())]
    pub session: String,
}

fn initial() -> String {
    "Quai-8-Rotterdam".to_owned() //~ hardcoded-secret
}

fn drawn() -> String {
    std::fs::read_to_string("/run/secrets/session").unwrap_or_default()
}
