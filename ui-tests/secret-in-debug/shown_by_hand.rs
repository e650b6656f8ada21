//@ dep: derive_more = { version = "2", features = ["debug"] }
//! A `Debug` by hand that shows the secret all the same.

use std::fmt;

pub struct Connection {
    pub endpoint: String,
    pub auth_token: String,
    pub password: Option<String>,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("endpoint", &self.endpoint)
            .field("auth_token", &self.auth_token) //~ secret-in-debug
            .field("password", &self.password)
            .finish_non_exhaustive()
    }
}

pub enum SignIn {
    Anonymous,
    Plain { username: String, password: String },
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SignIn::Anonymous => f.write_str("Anonymous"),
            SignIn::Plain { username, password } => write!(f, "{username}:{password}"), //~ secret-in-debug
        }
    }
}

pub struct Passphrase(String);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Passphrase").field(&self.0).finish() //~ secret-in-debug
    }
}

/// The derive of a library shows it all.
#[derive(derive_more::Debug)]
pub struct Unlocked {
    pub private_key: Vec<u8>, //~ secret-in-debug
}
