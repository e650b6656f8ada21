//! A configuration that a function makes for a purpose.

pub struct SessionConfig {
    pub cookie_secure: bool,
}

impl SessionConfig {
    pub fn for_development() -> SessionConfig {
        SessionConfig { cookie_secure: false }
    }
}
