//! The names under which secrets are set, and one that is a secret.

pub mod config {
    pub const TLS_LISTEN_PRIVATE_KEY_BASE64: &str = "listen_private_key_base64";
    pub const CONNECT_SECRET_KEY_SHA256: &str = "connect-secret-key-sha256";
    pub const SESSION_SECRET: &str = "kf93hfo2nfl4pq81"; //~ hardcoded-secret
}
