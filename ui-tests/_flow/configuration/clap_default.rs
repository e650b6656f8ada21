//@ dep: clap = { version = "4", features = ["derive", "env"] }
//! Defaults of arguments: a weak word for a secret, and values for what is none.

use clap::Parser;

#[derive(Parser)]
pub struct Arguments {
    #[arg(long, env = "JWT_SECRET", default_value = "changeme")] //~ hardcoded-secret
    pub jwt_secret: String,
    #[arg(long, env = "LEDGER_PORT", default_value = "8080")]
    pub port: u16,
    #[arg(long, env = "PRIVATE_KEY_PATH", default_value = "/etc/ledger/signing.pem")]
    pub private_key_path: String,
    #[arg(long, env = "TOKEN_HEADER", default_value = "x-ledger-token")]
    pub token_header: String,
}
