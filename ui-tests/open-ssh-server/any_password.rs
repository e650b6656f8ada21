//@ dep: russh = "0.50"
//! An SSH server that takes any password.

use russh::server::{Auth, Handler};

pub struct Session;

impl Handler for Session {
    type Error = russh::Error;

    async fn auth_password(&mut self, _user: &str, _password: &str) -> Result<Auth, Self::Error> { //~ open-ssh-server
        Ok(Auth::Accept)
    }
}
