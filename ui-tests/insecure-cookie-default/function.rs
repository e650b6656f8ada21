//@ dep: serde = { version = "1", features = ["derive"] }
//! Functions that attributes of deserialisation name.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Web {
    #[serde(default = "default_cookie_secure")]
    pub cookie_secure: bool,
    #[serde(default = "default_cookie_http_only")]
    pub cookie_http_only: bool,
}

fn default_cookie_secure() -> bool {
    false //~ insecure-cookie-default
}

fn default_cookie_http_only() -> bool {
    true
}
