//! A wrapper of the project is wrong itself if its name says what it holds; else its fields are, where they are named.

use std::fmt;

#[derive(Clone, Debug)]
pub struct Password(String); //~ secret-in-debug

#[derive(Debug)]
pub struct Text(String);

#[derive(Debug)]
pub struct Outer {
    pub inner: Text,
}

#[derive(Debug)]
pub struct SignIn {
    pub password: Password,
    pub refresh_token: Text, //~ secret-in-debug
}

#[derive(Debug)]
pub struct Account {
    pub client_secret: Outer, //~ secret-in-debug
}

pub struct Redacted(String);

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redacted")
    }
}

#[derive(Debug)]
pub struct Around {
    value: Redacted,
}

#[derive(Debug)]
pub struct Tagged<T>(T);

#[derive(Debug)]
pub struct Bot {
    pub bot_token: Tagged<String>, //~ secret-in-debug
    pub api_key: Tagged<Redacted>,
    pub secret: Tagged<u64>,
}

#[derive(Debug)]
pub struct Safe {
    pub api_key: Around,
    pub private_key: Option<Redacted>,
}
