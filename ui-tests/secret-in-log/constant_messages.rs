//@ dep: axum = "0.8"
//@ dep: log = "0.4"
//@ dep: colored = "3"
//! What is called a secret tells where it comes from, and cannot be one.

use colored::Colorize;
use log::info;

pub fn banner(default: bool) {
    let mut credentials = String::from("as set in APP_USERNAME and APP_PASSWORD");
    if default {
        credentials = "the default ones, please set APP_USERNAME and APP_PASSWORD".red().to_string();
    }
    eprintln!("Credentials: {credentials}");
    let token = "not set".to_owned().bold();
    info!("{token}");
}

pub fn banner_with_secret(given: Option<String>) {
    let mut password = "not set".red().to_string();
    if let Some(given) = given {
        password = given;
    }
    eprintln!("Password: {password}"); //~ secret-in-log
}

pub fn banner_with_rest(configured: &str) {
    let mut password = String::new();
    password.push_str(configured);
    info!("{password}"); //~ secret-in-log
}

pub fn banner_from_environment() {
    let password = std::env::var("APP_PASSWORD").unwrap_or_else(|_| "not set".to_owned());
    info!("{password}"); //~ secret-in-log
}
