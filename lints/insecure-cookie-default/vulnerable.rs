//! The configuration of sessions.

/// What an installation can choose.
pub struct SessionConfig {
    pub cookie_name: String,
    pub cookie_secure: bool,
    pub cookie_http_only: bool,
}

impl Default for SessionConfig {
    fn default() -> SessionConfig {
        SessionConfig {
            cookie_name: "session".to_owned(),
            cookie_secure: false, //~ insecure-cookie-default
            cookie_http_only: true,
        }
    }
}
