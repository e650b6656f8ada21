//@ dep: russh = "0.50"
//! A server for deployments that takes any password.

use russh::server::{Auth, Handler};

pub struct Deployments;

impl Handler for Deployments {
    type Error = russh::Error;

    async fn auth_password(&mut self, _user: &str, _password: &str) -> Result<Auth, Self::Error> { //~ open-ssh-server
        Ok(Auth::Accept)
    }
}
