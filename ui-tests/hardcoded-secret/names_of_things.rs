//! Names of variables, headers, fields, cookies and claims.

pub const ENV_SECRET_KEY: &str = "APP_SECRET_KEY";
pub const PASSWORD_FIELD: &str = "password";
pub const API_KEY_HEADER: &str = "X-Api-Key";
pub const SESSION_TOKEN_COOKIE: &str = "session_token";
pub const TOKEN_CLAIM: &str = "access_token";
pub const SECRET_NAME: &str = "billing/database";
pub const PASSWORD_FILE: &str = "/run/secrets/database";
pub const TOKEN_URL: &str = "https://login.example.org/oauth2/token";
pub const TOKEN_TYPE: &str = "Bearer";
pub const PASSWORD_PROMPT: &str = "Password: ";
pub const PASSWORD_PATTERN: &str = "^[A-Za-z0-9]{12,}$";
pub const SECRET_PREFIX: &str = "shop_live_";

pub fn variable() -> Result<String, std::env::VarError> {
    let password = "DATABASE_PASSWORD";
    std::env::var(password)
}
