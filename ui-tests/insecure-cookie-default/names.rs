//! What a field is about is told by its name or that of its type.

pub struct CookieOptions {
    pub path: &'static str,
    pub secure: bool,
    pub http_only: bool,
}

impl Default for CookieOptions {
    fn default() -> Self {
        Self {
            path: "/",
            secure: false,    //~ insecure-cookie-default
            http_only: false, //~ insecure-cookie-default
        }
    }
}

pub struct Settings {
    pub port: u16,
    pub session_cookie_secure: bool,
    pub session_cookie_httponly: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            port: 8080,
            session_cookie_secure: false, //~ insecure-cookie-default
            session_cookie_httponly: true,
        }
    }
}
