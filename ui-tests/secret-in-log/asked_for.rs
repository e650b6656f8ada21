//@ dep: axum = "0.8"
//@ dep: tracing = "0.1"
//! What a command was asked to show, and what a setting for debugging asks for; the key of an entry.

use axum::Router;
use axum::routing::get;
use tracing::{debug, instrument};

pub struct Debugging {
    pub dump_tokens: bool,
}

pub struct Settings {
    pub debug: Debugging,
    pub verbose: bool,
}

pub struct WalletStore;

pub fn app() -> Router {
    Router::new().route("/", get(|| async { "ready" }))
}

pub fn show(password: &str) {
    println!("{password}");
}

pub fn history(entries: &[(String, String)]) {
    for (date, password) in entries {
        println!("{}: {}", date, password);
    }
}

pub fn welcome(name: &str) {
    let root_token = {
        let claims = Claims::new(name);
        claims.sign()
    };
    eprintln!("run `login {root_token}` to begin");
}

pub struct Claims(String);

impl Claims {
    pub fn new(name: &str) -> Claims {
        Claims(name.to_owned())
    }

    pub fn sign(&self) -> String {
        self.0.chars().rev().collect()
    }
}

pub fn authenticate(settings: &Settings, token: &str) -> bool {
    if settings.debug.dump_tokens {
        debug!(token, "as asked for");
    }
    !token.is_empty()
}

pub fn sign_in(settings: &Settings, password: &str) -> bool {
    if settings.verbose {
        debug!("signing in with {password}"); //~ secret-in-log
    }
    println!("the password is {password}"); //~ secret-in-log
    !password.is_empty()
}

impl WalletStore {
    #[instrument(skip(self))]
    pub fn read(&self, namespace: &str, key: &str) -> String {
        format!("{namespace}/{key}")
    }

    #[instrument(skip(self))]
    pub fn restore(&self, mnemonic: &str) -> bool { //~ secret-in-log
        !mnemonic.is_empty()
    }
}
