//@ dep: actix-web-httpauth = "0.8"
//! A text that opens a door, and texts that close one.

use actix_web_httpauth::extractors::basic::BasicAuth;

pub fn sign_in(user: &str, password: &str) -> bool {
    if user == "operator" && password == "bluebird77" { //~ hardcoded-secret
        return true;
    }
    false
}

pub fn metrics(auth: &BasicAuth) -> bool {
    auth.user_id() == "metrics" && auth.password() == Some("wide-open-17") //~ hardcoded-secret
}

pub fn console(username: &str, password: &str) -> Result<(), &'static str> {
    if username != "admin" || password != "admin" { //~ hardcoded-secret
        return Err("wrong");
    }
    Ok(())
}

pub fn register(user: &str, password: &str) -> Result<(), &'static str> {
    if password == "changeme" || password == "Summer2024!" {
        return Err("everybody knows this one");
    }
    if user == "root" && password == "rootroot12" {
        return Err("everybody knows this one");
    }
    Ok(())
}

pub fn is_weak(password: &str) -> bool {
    password == "Summer2024!" || password.len() < 8
}

pub fn kind_of(token: &str) -> &'static str {
    if token == "refresh" { "long" } else { "short" }
}

pub enum Login {
    Token { token: String },
    Anonymous,
}

pub fn for_production(login: &Login) -> Result<(), &'static str> {
    if matches!(login, Login::Token { token } if token == "dev-token-1") {
        return Err("not outside of development");
    }
    match login {
        Login::Token { token } if token == "insecure-token" => Err("not outside of development"),
        _ => Ok(()),
    }
}

pub fn state(user: &str, password: &str) -> &'static str {
    let mut state = "fine";
    if user == "admin" && password == "t0psecret" {
        state = "Warning: this is the default login";
    }
    state
}
