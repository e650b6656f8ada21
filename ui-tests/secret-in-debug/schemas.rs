//! Types that describe secrets, or say where they are.

#[derive(Debug)]
pub struct PasswordPolicy {
    pub forbidden_passwords: Vec<String>,
    pub password_pattern: String,
}

#[derive(Debug)]
pub struct SecretKeySelector {
    pub secret: String,
    pub key: String,
}

#[derive(Debug)]
pub struct Settings {
    pub password_policy: String,
    pub password_command: Option<String>,
    pub secret_ref: String,
    pub token_claims: Vec<String>,
    pub api_key_header: &'static str,
    pub password: &'static str,
    pub secret: bool,
    pub pin: u32,
}
