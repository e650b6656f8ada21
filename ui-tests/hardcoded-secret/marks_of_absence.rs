//! A fallback that says that there is none, or that is a user's name; a part of a secret's name that is not its head.

use std::env;

const DEFAULT_ACCESS_KEY: &str = "shop-2024-x";

pub struct Contract {
    pub token_contract: &'static str,
    pub password: String,
}

pub fn shown() -> String {
    env::var("MAIL_PASSWORD").unwrap_or_else(|_| "(not set)".to_owned())
}

pub fn file() -> String {
    env::var("MAIL_PASSWORD_PATH").unwrap_or_else(|_| "/run/secrets/mail".to_owned())
}

pub fn known() -> &'static str {
    match env::var("MAIL_PASSWORD") {
        Ok(_) => "present-2024-x",
        Err(_) => "fallback-2024-x",
    }
}

pub fn credential(resolved: Result<String, ()>) -> String {
    let credential = resolved;
    credential.unwrap_or_else(|_| DEFAULT_ACCESS_KEY.to_owned())
}

pub fn contract() -> Contract {
    Contract { token_contract: "hmac-sha256-v1", password: "pw-missing".to_owned() }
}

pub fn test_contract() -> Contract {
    Contract { token_contract: "none", password: "test-Password-17".to_owned() }
}
