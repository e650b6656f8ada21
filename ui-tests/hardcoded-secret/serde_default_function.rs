//@ dep: serde = { version = "1", features = ["derive"] }
//! A function that an attribute names as the default.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Settings {
    #[serde(default = "default_admin_password")]
    pub admin_password: String,
}

fn default_admin_password() -> String {
    "Quai-7-Rotterdam".into() //~ hardcoded-secret
}
