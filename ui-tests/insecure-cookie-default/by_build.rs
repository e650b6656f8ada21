//! The default follows the kind of build or another setting.

pub struct SessionConfig {
    pub cookie_secure: bool,
}

impl Default for SessionConfig {
    fn default() -> Self {
        SessionConfig { cookie_secure: !cfg!(debug_assertions) }
    }
}

pub struct CookieConfig {
    pub secure: bool,
}

impl Default for CookieConfig {
    fn default() -> Self {
        CookieConfig { secure: std::env::var("INSECURE_COOKIES").is_err() }
    }
}
