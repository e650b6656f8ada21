//! Secure, through a constant.

const SECURE: bool = true;

pub struct CookieSettings {
    pub secure: bool,
    pub http_only: bool,
}

impl Default for CookieSettings {
    fn default() -> Self {
        CookieSettings { secure: SECURE, http_only: true }
    }
}
