//@ dep: russh = "0.50"
//! A backup over SSH.

use russh::client::Handler;
use russh::keys::PublicKey;

/// The server of the backup.
pub struct Server;

impl Handler for Server {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _key: &PublicKey) -> Result<bool, Self::Error> {
        //~^ disabled-certificate-check
        Ok(true)
    }
}
