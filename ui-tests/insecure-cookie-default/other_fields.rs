//! Switches of the same name that are about something else, and the opposite.

pub struct Connection {
    pub secure: bool,
}

impl Default for Connection {
    fn default() -> Self {
        Connection { secure: false }
    }
}

pub struct CookieConfig {
    pub insecure: bool,
    pub partitioned: bool,
}

impl Default for CookieConfig {
    fn default() -> Self {
        CookieConfig { insecure: false, partitioned: false }
    }
}
