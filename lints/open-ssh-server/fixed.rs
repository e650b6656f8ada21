//@ dep: russh = "0.50"
//@ dep: bcrypt = "0.15"
//! A server for deployments that verifies the password.

use russh::server::{Auth, Handler};

pub struct Deployments {
    user: String,
    password_hash: String,
}

impl Handler for Deployments {
    type Error = russh::Error;

    async fn auth_password(&mut self, user: &str, password: &str) -> Result<Auth, Self::Error> {
        let verified = bcrypt::verify(password, &self.password_hash).unwrap_or(false);
        if verified && user == self.user { Ok(Auth::Accept) } else { Ok(Auth::Reject { proceed_with_methods: None }) }
    }
}
