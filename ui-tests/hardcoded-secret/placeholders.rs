//! What stands for a secret in examples, and the list of what is refused.

pub const EXAMPLE_PASSWORD: &str = "<password>";
pub const SECRET: &str = "changeme";
pub const TOKEN: &str = "xxxxxxxxxxxxxxxx";
pub const SECRET_ACCESS_KEY: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
pub const PASSWORD: &str = "";
pub const API_KEY: &str = "${API_KEY}";
pub const FORBIDDEN_PASSWORDS: [&str; 3] = ["password", "admin-admin", "letmein-2024"];

pub fn is_placeholder(secret: &str) -> bool {
    const KNOWN_PLACEHOLDERS: &[&str] = &["default-secret-key", "insecure-dev-secret"];
    KNOWN_PLACEHOLDERS.contains(&secret) || secret == "replace-this-secret" || FORBIDDEN_PASSWORDS.contains(&secret)
}
