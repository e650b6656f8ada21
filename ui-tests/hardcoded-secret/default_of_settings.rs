//! An implementation of `Default` is what runs when nothing is configured.

pub struct Settings {
    pub port: u16,
    pub jwt_secret: String,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { port: 8080, jwt_secret: "Quai-7-Rotterdam".to_owned() } //~ hardcoded-secret
    }
}
