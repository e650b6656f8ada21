//@ dep: tracing = "0.1"
//! A `Debug` written by hand prints only where somebody prints its type.

use std::fmt;

#[derive(Debug, Clone)]
struct Hook {
    address: String,
    webhook_secret: String,
}

struct Quiet {
    hook: Hook,
}

impl fmt::Debug for Quiet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quiet").field("hook", &self.hook).finish()
    }
}

#[derive(Debug, Clone)]
struct Login {
    user: String,
    password: String, //~ secret-in-debug
}

struct Session {
    login: Login,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("login", &self.login).finish()
    }
}

pub fn sign_in() {
    let hook = Hook { address: String::new(), webhook_secret: std::env::var("HOOK").unwrap_or_default() };
    let quiet = Quiet { hook };
    let login = Login { user: quiet.hook.address.clone(), password: std::env::var("PASS").unwrap_or_default() };
    let session = Session { login };
    tracing::debug!(?session, "signed in");
}
