//@ dep: clap = { version = "4", features = ["derive", "env"] }
//! One constant is one finding, at the place where it opens the door for sure.

use clap::Parser;

const DB_PASS: &str = "trustful";
const MAIL_PASS: &str = "postman-9"; //~ hardcoded-secret

#[derive(Parser)]
pub struct Database {
    #[arg(long, env = "DB_PASSWORD", default_value = DB_PASS)]
    pub password: String,
    #[arg(long, env = "MAIL_PASSWORD", default_value = MAIL_PASS)]
    pub mail_password: String,
}

pub fn from_environment() -> String {
    std::env::var("DB_PASSWORD").unwrap_or(DB_PASS.into()) //~ hardcoded-secret
}
