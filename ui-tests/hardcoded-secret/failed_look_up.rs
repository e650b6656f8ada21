//! The other branch of a look-up; a default address counts whatever is asked for.

use std::env;

pub fn first() -> String {
    if let Ok(secret) = env::var("JWT_SECRET") {
        secret
    } else {
        "Quai-7-Rotterdam".to_owned() //~ hardcoded-secret
    }
}

pub fn second(given: Option<String>) -> String {
    match given {
        Some(address) => address,
        None => "postgres://shop:shop@localhost/shop".to_owned(), //~ hardcoded-secret
    }
}

fn read(name: &str, otherwise: &str) -> String {
    env::var(name).unwrap_or_else(|_| otherwise.to_owned())
}

pub fn third() -> String {
    read("PORT", "8080")
}

const DEFAULT_SECRET: &str = "changeme";

pub fn fourth() -> String {
    env::var("SHOP_SECRET").unwrap_or_else(|_| DEFAULT_SECRET.to_owned()) //~ hardcoded-secret
}

const PASSWORD_VARIABLE: &str = "SHOP_ROOT_PASSWORD";

pub fn fifth() -> String {
    let password = env::var(PASSWORD_VARIABLE);
    password.unwrap_or("hunter".to_owned()) //~ hardcoded-secret
}
