//@ dep: tracing = "0.1"
//! Printing that says, or shows, that it is meant.

use std::sync::OnceLock;

#[derive(Clone, Debug)]
struct Settings {
    pub password: String,
}

impl Settings {
    fn sanitized(&self) -> Settings {
        Settings { password: "**".to_owned() }
    }
}

fn start(settings: &Settings, unsanitized: bool) {
    match unsanitized {
        true => tracing::info!("{settings:?}"),
        false => tracing::info!("{:?}", settings.sanitized()),
    }
}

#[derive(Debug)]
struct Global {
    pub api_token: String,
}

static GLOBAL: OnceLock<Global> = OnceLock::new();

fn keep(global: Global) {
    GLOBAL.set(global).unwrap();
}

/// Where the keys are.
#[derive(Debug)]
struct Files {
    /// private key file path associated with TLS (path to the private key file (`pem` format))
    pub private_key: String,
}

fn report(files: &Files) {
    tracing::info!("{files:?}");
}

#[derive(Debug)]
struct Profile {
    pub login_password: String,
}

pub fn main() {
    keep(Global { api_token: String::new() });
    let profile = Profile { login_password: String::new() };
    println!("{profile:#?}");
}
