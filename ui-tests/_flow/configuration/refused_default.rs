//@ dep: clap = { version = "4", features = ["derive", "env"] }
//! A default that the program refuses opens nothing; one that it only starts with does.

use clap::Parser;

#[derive(Parser)]
pub struct Arguments {
    #[arg(long, env = "JWT_SECRET", default_value = "change-me-in-production")]
    pub jwt_secret: String,
    #[arg(long, env = "COOKIE_SECRET", default_value = "change-this-in-production")] //~ hardcoded-secret
    pub cookie_secret: String,
}

pub fn validated(arguments: &Arguments) -> Result<&Arguments, String> {
    if arguments.jwt_secret == "change-me-in-production" {
        return Err("set JWT_SECRET".to_owned());
    }
    Ok(arguments)
}
