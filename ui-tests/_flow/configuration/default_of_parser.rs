//@ dep: serde = { version = "1", features = ["derive"] }
//! A method as the default of a field, and a constant that it returns.

use serde::Deserialize;

const START: &str = "Quai-7-Rotterdam"; //~ hardcoded-secret

#[derive(Deserialize)]
pub struct Settings {
    #[serde(default = "Settings::first")]
    pub admin_password: String,
    #[serde(default = "Settings::generated")]
    pub session_secret: String,
}

impl Settings {
    fn first() -> String {
        START.to_owned()
    }

    fn generated() -> String {
        std::fs::read_to_string("/run/secrets/session").unwrap_or_default()
    }
}
