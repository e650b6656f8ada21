//! The ways to replace a missing variable.

use std::env;

pub fn first() -> String {
    env::var("MAIL_PASSWORD").unwrap_or("Quai-7-Rotterdam".to_string()) //~ hardcoded-secret
}

pub fn second() -> String {
    env::var("MIGRATION_ENCRYPTION_KEY").unwrap_or_else(|_| "default-key-change-in-prod".to_string()) //~ hardcoded-secret
}

pub fn third() -> &'static str {
    option_env!("UPLOAD_TOKEN").unwrap_or("b1946ac92492d2347c6235b4d2611184") //~ hardcoded-secret
}

pub fn fourth() -> String {
    match std::env::var("SESSION_SECRET") {
        Ok(value) => value,
        Err(_) => "Quai-7-Rotterdam".to_string(), //~ hardcoded-secret
    }
}
